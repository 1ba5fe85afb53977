package factory.integration.saga.run;

import factory.integration.saga.ProcessingGroups;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.SagaConfigurer;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RunRetryConfiguration {

  @Bean
  ConfigurerModule integrationRunRetrySaga() {
    return configurer ->
        configurer
            .eventProcessing()
            .registerSaga(IntegrationRunRetrySaga.class, RunRetryConfiguration::withFactory);
  }

  /** Axon's default makes instances by reflection, which a hidden class does not allow. */
  private static void withFactory(SagaConfigurer<IntegrationRunRetrySaga> saga) {
    saga.configureSagaManager(axon -> manager(axon, axon.eventProcessingConfiguration()));
  }

  private static AnnotatedSagaManager<IntegrationRunRetrySaga> manager(
      org.axonframework.config.Configuration axon, EventProcessingConfiguration processing) {
    AnnotatedSagaManager.Builder<IntegrationRunRetrySaga> builder = AnnotatedSagaManager.builder();
    builder
        .sagaType(IntegrationRunRetrySaga.class)
        .sagaFactory(IntegrationRunRetrySaga::new)
        .sagaRepository(processing.sagaConfiguration(IntegrationRunRetrySaga.class).repository())
        .parameterResolverFactory(axon.parameterResolverFactory())
        .handlerDefinition(axon.handlerDefinition(IntegrationRunRetrySaga.class))
        .listenerInvocationErrorHandler(
            processing.listenerInvocationErrorHandler(ProcessingGroups.RUN_RETRY));
    return new RunSagas(builder);
  }
}
