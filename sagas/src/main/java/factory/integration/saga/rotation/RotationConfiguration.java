package factory.integration.saga.rotation;

import factory.integration.saga.ProcessingGroups;
import factory.integration.saga.credential.CredentialProbe;
import factory.integration.saga.credential.CredentialSource;
import factory.integration.saga.credential.CredentialStates;
import factory.integration.saga.credential.NewVersions;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.SagaConfigurer;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RotationProperties.class)
class RotationConfiguration {

  @Bean
  RotationSchedule rotationSchedule(RotationProperties properties) {
    return properties.schedule();
  }

  @Bean
  RotationCheck rotationCheck(
      CredentialStates states,
      NewVersions newVersions,
      CredentialSource source,
      CredentialProbe probe,
      RotationSchedule schedule,
      InstantSource clock) {
    return new RotationCheck(states, newVersions, source, probe, schedule, clock);
  }

  @Bean
  RotationWorker rotationWorker(RotationCheck check, CommandGateway commands) {
    return new RotationWorker(check, commands);
  }

  @Bean
  CredentialRotationExecutor credentialRotationExecutor(RotationWorker worker) {
    return new CredentialRotationExecutor(worker);
  }

  @Bean
  SecretCleaner secretCleaner(NewVersions versions) {
    return new SecretCleaner(versions);
  }

  @Bean
  ConfigurerModule credentialSagas() {
    return configurer ->
        configurer
            .eventProcessing()
            .registerSaga(
                CredentialRotationSaga.class,
                saga ->
                    withFactory(
                        saga,
                        CredentialRotationSaga.class,
                        CredentialRotationSaga::new,
                        ProcessingGroups.CREDENTIAL_ROTATION))
            .registerSaga(
                CredentialScheduleSaga.class,
                saga ->
                    withFactory(
                        saga,
                        CredentialScheduleSaga.class,
                        CredentialScheduleSaga::new,
                        ProcessingGroups.CREDENTIAL_SCHEDULE));
  }

  /** Axon's default makes instances by reflection, which a hidden class does not allow. */
  private static <T> void withFactory(
      SagaConfigurer<T> saga, Class<T> type, Supplier<T> factory, String group) {
    saga.configureSagaManager(
        axon -> manager(axon, axon.eventProcessingConfiguration(), type, factory, group));
  }

  private static <T> AnnotatedSagaManager<T> manager(
      org.axonframework.config.Configuration axon,
      EventProcessingConfiguration processing,
      Class<T> type,
      Supplier<T> factory,
      String group) {
    return AnnotatedSagaManager.<T>builder()
        .sagaType(type)
        .sagaFactory(factory)
        .sagaRepository(processing.sagaConfiguration(type).repository())
        .parameterResolverFactory(axon.parameterResolverFactory())
        .handlerDefinition(axon.handlerDefinition(type))
        .listenerInvocationErrorHandler(processing.listenerInvocationErrorHandler(group))
        .build();
  }
}
