package factory.integration.command.run;

import factory.integration.api.run.RunCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntegrationRunConfiguration {

  @Bean
  ConfigurerModule integrationRun(Cache aggregateCache) {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(IntegrationRun.class)
                .configureCache(_ -> aggregateCache)
                .configureCommandTargetResolver(_ -> IntegrationRunConfiguration::target));
  }

  /** Axon's default searches the command's methods for an annotation, each time anew. */
  private static VersionedAggregateIdentifier target(CommandMessage<?> command) {
    RunCommand payload = (RunCommand) command.getPayload();
    return new VersionedAggregateIdentifier(payload.runId(), null);
  }
}
