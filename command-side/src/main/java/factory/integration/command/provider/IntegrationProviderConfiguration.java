package factory.integration.command.provider;

import factory.integration.api.provider.ProviderCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntegrationProviderConfiguration {

  @Bean
  ConfigurerModule integrationProvider(Cache aggregateCache) {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(IntegrationProvider.class)
                .configureCache(_ -> aggregateCache)
                .configureCommandTargetResolver(_ -> IntegrationProviderConfiguration::target));
  }

  /** Axon's default searches the command's methods for an annotation, each time anew. */
  private static VersionedAggregateIdentifier target(CommandMessage<?> command) {
    ProviderCommand payload = (ProviderCommand) command.getPayload();
    return new VersionedAggregateIdentifier(payload.providerId(), null);
  }
}
