package factory.integration.saga.retry;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RetryConfiguration {

  @Bean
  ConfigurerModule webhookDeliveryRetrySaga() {
    return configurer -> {
      EventProcessingConfigurer processing = configurer.eventProcessing();
      processing.registerSaga(WebhookDeliveryRetrySaga.class);
    };
  }
}
