package factory.integration.query.run;

import factory.integration.query.integrationevent.IntegrationEventStore;
import factory.integration.query.integrationevent.RunSwitches;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RunViewConfiguration {

  @Bean
  RunStories runStories(EventStore eventStore) {
    return new RunStories(eventStore);
  }

  @Bean
  RunQueryHandler runQueryHandler(RunStories stories, IntegrationEventStore attempts) {
    return new RunQueryHandler(stories, attempts);
  }

  @Bean
  RunSwitches runSwitches(RunStories stories) {
    return (tenant, run) ->
        stories
            .find(tenant, run)
            .map(told -> new RunSwitches.Position(told.isResubmitEnabled(), told.isForceStopped()))
            .orElse(RunSwitches.UNTOUCHED);
  }
}
