package factory.integration.command.credential;

import factory.integration.api.credential.CredentialCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntegrationCredentialConfiguration {

  @Bean
  ConfigurerModule integrationCredential(Cache aggregateCache) {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(IntegrationCredential.class)
                .configureCache(_ -> aggregateCache)
                .configureCommandTargetResolver(_ -> IntegrationCredentialConfiguration::target));
  }

  /** Axon's default searches the command's methods for an annotation, each time anew. */
  private static VersionedAggregateIdentifier target(CommandMessage<?> command) {
    CredentialCommand payload = (CredentialCommand) command.getPayload();
    return new VersionedAggregateIdentifier(payload.credentialId(), null);
  }
}
