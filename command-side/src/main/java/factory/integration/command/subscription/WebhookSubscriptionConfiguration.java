package factory.integration.command.subscription;

import factory.integration.api.subscription.SubscriptionCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebhookSubscriptionConfiguration {

  @Bean
  ConfigurerModule webhookSubscription(Cache aggregateCache) {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(WebhookSubscription.class)
                .configureCache(_ -> aggregateCache)
                .configureCommandTargetResolver(_ -> WebhookSubscriptionConfiguration::target));
  }

  /** Axon's default searches the command's methods for an annotation, each time anew. */
  private static VersionedAggregateIdentifier target(CommandMessage<?> command) {
    SubscriptionCommand payload = (SubscriptionCommand) command.getPayload();
    return new VersionedAggregateIdentifier(payload.subscriptionId(), null);
  }
}
