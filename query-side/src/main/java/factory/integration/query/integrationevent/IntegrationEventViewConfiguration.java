package factory.integration.query.integrationevent;

import factory.integration.query.communication.CommunicationLogs;
import factory.integration.query.eventlog.DeliveriesOfEvent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntegrationEventViewConfiguration {

  @Bean
  IntegrationEventProjection integrationEventProjection(IntegrationEventStore store) {
    return new IntegrationEventProjection(store);
  }

  @Bean
  IntegrationEventViews integrationEventViews(ObjectProvider<CallsInFlight> calls) {
    return new IntegrationEventViews(calls.getIfAvailable(() -> id -> null));
  }

  @Bean
  IntegrationEventQueryHandler integrationEventQueryHandler(
      IntegrationEventStore store,
      IntegrationEventViews views,
      CommunicationLogs logs,
      RunSwitches switches) {
    return new IntegrationEventQueryHandler(store, views, logs, switches);
  }

  @Bean
  DeliveriesOfEvent deliveriesOfEvent(IntegrationEventStore store, IntegrationEventViews views) {
    return (tenant, eventId) -> store.latestOf(tenant, eventId).stream().map(views::view).toList();
  }
}
