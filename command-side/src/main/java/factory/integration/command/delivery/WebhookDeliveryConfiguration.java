package factory.integration.command.delivery;

import factory.integration.api.delivery.DeliveryCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebhookDeliveryConfiguration {

  @Bean
  ConfigurerModule webhookDelivery() {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(WebhookDelivery.class)
                .configureWeakReferenceCache()
                .configureCommandTargetResolver(_ -> WebhookDeliveryConfiguration::target));
  }

  /** Axon's default searches the command's methods for an annotation, each time anew. */
  private static VersionedAggregateIdentifier target(CommandMessage<?> command) {
    DeliveryCommand payload = (DeliveryCommand) command.getPayload();
    return new VersionedAggregateIdentifier(payload.deliveryId(), null);
  }
}
