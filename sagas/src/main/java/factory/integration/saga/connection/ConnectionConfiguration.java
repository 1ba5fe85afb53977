package factory.integration.saga.connection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

  @Bean
  ConnectionDirectory connectionDirectory(ConnectionStore store) {
    return new ConnectionDirectory(store);
  }

  @Bean
  EstablishedConnections establishedConnections(ConnectionDirectory directory) {
    return new EstablishedConnections(directory);
  }
}
