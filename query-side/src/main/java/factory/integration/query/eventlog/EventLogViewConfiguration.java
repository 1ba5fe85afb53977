package factory.integration.query.eventlog;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EventLogViewConfiguration {

  @Bean
  EventLogProjection eventLogProjection(EventLogStore store) {
    return new EventLogProjection(store);
  }

  @Bean
  EventLogQueryHandler eventLogQueryHandler(EventLogStore store, DeliveriesOfEvent deliveries) {
    return new EventLogQueryHandler(store, deliveries);
  }
}
