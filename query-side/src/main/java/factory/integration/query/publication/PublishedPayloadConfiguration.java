package factory.integration.query.publication;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PublishedPayloadConfiguration {

  @Bean
  PublishedPayloadQueryHandler publishedPayloadQueryHandler(EventStore events) {
    return new PublishedPayloadQueryHandler(events);
  }
}
