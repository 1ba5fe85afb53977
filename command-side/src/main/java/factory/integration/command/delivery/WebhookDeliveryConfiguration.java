package factory.integration.command.delivery;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebhookDeliveryConfiguration {

  @Bean
  ConfigurerModule webhookDelivery() {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(WebhookDelivery.class)
                .configureWeakReferenceCache());
  }
}
