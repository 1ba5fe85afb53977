package factory.integration.command.failure;

import factory.integration.api.failure.RecordIntegrationFailure;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntegrationFailureConfiguration {

  @Bean
  ConfigurerModule integrationFailure(Cache aggregateCache) {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(IntegrationFailure.class)
                .configureCache(_ -> aggregateCache)
                .configureCommandTargetResolver(_ -> IntegrationFailureConfiguration::target));
  }

  /** Axon's default searches the command's methods for an annotation, each time anew. */
  private static VersionedAggregateIdentifier target(CommandMessage<?> command) {
    RecordIntegrationFailure payload = (RecordIntegrationFailure) command.getPayload();
    return new VersionedAggregateIdentifier(payload.failureId(), null);
  }
}
