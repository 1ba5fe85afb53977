package factory.integration.query.inbound;

import factory.integration.api.inbound.InboundSourceView;
import factory.integration.query.registry.Registry;
import factory.integration.query.registry.RegistryKind;
import factory.integration.query.registry.RegistryStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InboundSourceViewConfiguration {

  @Bean
  InboundSourceProjection inboundSourceProjection(RegistryStore store) {
    return new InboundSourceProjection(registry(store));
  }

  @Bean
  InboundSourceQueryHandler inboundSourceQueryHandler(RegistryStore store) {
    return new InboundSourceQueryHandler(registry(store));
  }

  @Bean
  InboundEndpointQueryHandler inboundEndpointQueryHandler(EventStore eventStore) {
    return new InboundEndpointQueryHandler(eventStore);
  }

  private static Registry<InboundSourceView> registry(RegistryStore store) {
    return new Registry<>(store, RegistryKind.INBOUND_SOURCE, InboundSourceView.class);
  }
}
