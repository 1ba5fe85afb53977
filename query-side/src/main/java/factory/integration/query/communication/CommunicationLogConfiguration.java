package factory.integration.query.communication;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CommunicationLogConfiguration {

  @Bean
  CommunicationLogProjection communicationLogProjection(CommunicationLogStore store) {
    return new CommunicationLogProjection(store);
  }

  @Bean
  CommunicationLogs communicationLogs(CommunicationLogStore store, EventStore eventStore) {
    return new CommunicationLogs(store, eventStore);
  }
}
