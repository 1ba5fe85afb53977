package factory.integration.command.apiclient;

import factory.integration.api.apiclient.ApiClientCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExternalApiClientConfiguration {

  @Bean
  ConfigurerModule externalApiClient(Cache aggregateCache) {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(ExternalApiClient.class)
                .configureCache(_ -> aggregateCache)
                .configureCommandTargetResolver(_ -> ExternalApiClientConfiguration::target));
  }

  /** Axon's default searches the command's methods for an annotation, each time anew. */
  private static VersionedAggregateIdentifier target(CommandMessage<?> command) {
    ApiClientCommand payload = (ApiClientCommand) command.getPayload();
    return new VersionedAggregateIdentifier(payload.apiClientId(), null);
  }
}
