package factory.integration.command.delivery;

import factory.integration.api.delivery.DeliveryCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebhookDeliveryConfiguration {

  @Bean
  ConfigurerModule webhookDelivery(Cache aggregateCache) {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(WebhookDelivery.class)
                .configureCache(_ -> aggregateCache)
                .configureCommandTargetResolver(_ -> WebhookDeliveryConfiguration::target));
  }

  /** Axon's default searches the command's methods for an annotation, each time anew. */
  private static VersionedAggregateIdentifier target(CommandMessage<?> command) {
    DeliveryCommand payload = (DeliveryCommand) command.getPayload();
    return new VersionedAggregateIdentifier(payload.deliveryId(), null);
  }
}
