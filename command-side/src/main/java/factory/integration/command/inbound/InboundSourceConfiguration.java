package factory.integration.command.inbound;

import factory.integration.api.inbound.InboundSourceCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InboundSourceConfiguration {

  @Bean
  ConfigurerModule inboundSource(Cache aggregateCache) {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(InboundSource.class)
                .configureCache(_ -> aggregateCache)
                .configureCommandTargetResolver(_ -> InboundSourceConfiguration::target));
  }

  /** Axon's default searches the command's methods for an annotation, each time anew. */
  private static VersionedAggregateIdentifier target(CommandMessage<?> command) {
    InboundSourceCommand payload = (InboundSourceCommand) command.getPayload();
    return new VersionedAggregateIdentifier(payload.sourceId(), null);
  }
}
