package factory.integration.saga.connection;

import factory.integration.api.messaging.UniqueIds;
import factory.integration.saga.credential.CredentialProbe;
import factory.integration.saga.credential.CredentialSource;
import factory.integration.saga.delivery.DeliveryTurn;
import factory.integration.saga.delivery.WebhookSender;
import factory.integration.saga.operation.AnswerReader;
import factory.integration.saga.registry.RegisteredIntegrations;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionProperties.class)
class ConnectionConfiguration {

  @Bean
  ConnectionDirectory connectionDirectory(ConnectionStore store) {
    return new ConnectionDirectory(store);
  }

  @Bean
  EstablishedConnections establishedConnections(ConnectionDirectory directory) {
    return new EstablishedConnections(directory);
  }

  @Bean
  ProviderProbes providerProbes(
      RegisteredIntegrations registered,
      CredentialSource credentials,
      WebhookSender sender,
      AnswerReader answers) {
    return new ProviderProbes(registered, credentials, new ProbeCall(sender, answers));
  }

  @Bean
  CredentialProbe credentialTrial(ConnectionDirectory directory, ProviderProbes probes) {
    return new CredentialTrial(directory, probes);
  }

  @Bean
  ConnectionWatch connectionWatch(ProviderProbes probes, CommandGateway commands, UniqueIds ids) {
    return new ConnectionWatch(probes, new HealthRecorder(commands, ids));
  }

  @Bean
  SmartLifecycle proberLifecycle(
      ConnectionDirectory directory,
      ConnectionWatch watch,
      DeliveryTurn turn,
      ConnectionProperties properties,
      Clock clock) {
    Executor threads = task -> Thread.ofVirtual().name("connection-probe").start(task);
    ConnectionProber prober =
        new ConnectionProber(
            directory, watch, turn::isMine, properties.probeInterval(), clock, threads);
    return new ProberLifecycle(prober, properties.probeInterval());
  }
}
