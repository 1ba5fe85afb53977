package factory.integration.query.connection;

import factory.integration.api.connection.ConnectionView;
import factory.integration.query.registry.Registry;
import factory.integration.query.registry.RegistryKind;
import factory.integration.query.registry.RegistryStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConnectionViewConfiguration {

  @Bean
  Registry<ConnectionView> connectionRegistry(RegistryStore store) {
    return new Registry<>(store, RegistryKind.CONNECTION, ConnectionView.class);
  }

  @Bean
  ConnectionProjection connectionProjection(Registry<ConnectionView> connections) {
    return new ConnectionProjection(connections);
  }

  @Bean
  ConnectionQueryHandler connectionQueryHandler(Registry<ConnectionView> connections) {
    return new ConnectionQueryHandler(connections);
  }
}
