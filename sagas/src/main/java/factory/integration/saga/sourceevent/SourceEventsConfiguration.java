package factory.integration.saga.sourceevent;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SourceEventsConfiguration {

  private static final long MAX_CHARACTERS_IN_MEMORY = 32L * 1024 * 1024;

  @Bean
  SourceEvents sourceEvents(EventStore eventStore) {
    return new SourceEvents(eventStore, MAX_CHARACTERS_IN_MEMORY);
  }
}
