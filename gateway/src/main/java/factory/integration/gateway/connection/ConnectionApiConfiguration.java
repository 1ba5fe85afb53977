package factory.integration.gateway.connection;

import factory.integration.api.connection.ConnectionTester;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.gateway.connectionsettings.ConnectionReader;
import factory.integration.gateway.request.Messages;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConnectionApiConfiguration {

  @Bean
  Connections connections(Messages messages, UniqueIds ids, Clock clock) {
    return new Connections(messages, ids, clock);
  }

  @Bean
  TestedConnections testedConnections(Connections connections, ConnectionTester tester) {
    return new TestedConnections(connections, tester);
  }

  @Bean
  ConnectionPatches connectionPatches(ConnectionReader reader, Connections connections) {
    return new ConnectionPatches(reader, connections);
  }
}
