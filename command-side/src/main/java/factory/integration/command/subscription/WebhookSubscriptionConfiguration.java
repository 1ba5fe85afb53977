package factory.integration.command.subscription;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebhookSubscriptionConfiguration {

  @Bean
  ConfigurerModule webhookSubscription() {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(WebhookSubscription.class)
                .configureWeakReferenceCache());
  }
}
