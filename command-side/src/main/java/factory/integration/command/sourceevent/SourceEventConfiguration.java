package factory.integration.command.sourceevent;

import factory.integration.api.sourceevent.SourceEventCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SourceEventConfiguration {

  @Bean
  ConfigurerModule sourceEvent(Cache aggregateCache) {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(SourceEvent.class)
                .configureCache(_ -> aggregateCache)
                .configureCommandTargetResolver(_ -> SourceEventConfiguration::target));
  }

  /** Axon's default searches the command's methods for an annotation, each time anew. */
  private static VersionedAggregateIdentifier target(CommandMessage<?> command) {
    SourceEventCommand payload = (SourceEventCommand) command.getPayload();
    return new VersionedAggregateIdentifier(payload.eventId(), null);
  }
}
