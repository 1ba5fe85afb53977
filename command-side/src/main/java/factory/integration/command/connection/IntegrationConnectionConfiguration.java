package factory.integration.command.connection;

import factory.integration.api.connection.ConnectionCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntegrationConnectionConfiguration {

  @Bean
  ConfigurerModule integrationConnection(Cache aggregateCache) {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(IntegrationConnection.class)
                .configureCache(_ -> aggregateCache)
                .configureCommandTargetResolver(_ -> IntegrationConnectionConfiguration::target));
  }

  /** Axon's default searches the command's methods for an annotation, each time anew. */
  private static VersionedAggregateIdentifier target(CommandMessage<?> command) {
    ConnectionCommand payload = (ConnectionCommand) command.getPayload();
    return new VersionedAggregateIdentifier(payload.connectionId(), null);
  }
}
