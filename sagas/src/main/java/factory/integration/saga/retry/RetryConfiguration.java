package factory.integration.saga.retry;

import factory.integration.saga.ProcessingGroups;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.SagaConfigurer;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RetryConfiguration {

  @Bean
  ConfigurerModule webhookDeliveryRetrySaga() {
    return configurer ->
        configurer
            .eventProcessing()
            .registerSaga(WebhookDeliveryRetrySaga.class, RetryConfiguration::withFactory);
  }

  /** Axon's default makes instances by reflection, which a hidden class does not allow. */
  private static void withFactory(SagaConfigurer<WebhookDeliveryRetrySaga> saga) {
    saga.configureSagaManager(axon -> manager(axon, axon.eventProcessingConfiguration()));
  }

  private static AnnotatedSagaManager<WebhookDeliveryRetrySaga> manager(
      org.axonframework.config.Configuration axon, EventProcessingConfiguration processing) {
    return AnnotatedSagaManager.<WebhookDeliveryRetrySaga>builder()
        .sagaType(WebhookDeliveryRetrySaga.class)
        .sagaFactory(WebhookDeliveryRetrySaga::new)
        .sagaRepository(processing.sagaConfiguration(WebhookDeliveryRetrySaga.class).repository())
        .parameterResolverFactory(axon.parameterResolverFactory())
        .handlerDefinition(axon.handlerDefinition(WebhookDeliveryRetrySaga.class))
        .listenerInvocationErrorHandler(
            processing.listenerInvocationErrorHandler(ProcessingGroups.DELIVERY_RETRY))
        .build();
  }
}
