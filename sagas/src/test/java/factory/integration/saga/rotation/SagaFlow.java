package factory.integration.saga.rotation;

import static factory.integration.saga.SettableClock.NOON;

import factory.integration.api.credential.CredentialCommand;
import factory.integration.api.credential.CredentialEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.test.deadline.ScheduledDeadlineInfo;
import org.axonframework.test.deadline.StubDeadlineManager;

/** The sagas in a configuration of Axon, registered as the platform does it. */
final class SagaFlow implements AutoCloseable {

  static final RotationSchedule SCHEDULE =
      new RotationSchedule(
          List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1)),
          Duration.ofMinutes(2));

  private final StubDeadlineManager deadlines = new StubDeadlineManager(NOON);
  private final InMemorySagaStore sagas = new InMemorySagaStore();
  private final List<Object> commands = new ArrayList<>();
  private final Configuration axon = configuration();

  /** Remembers commands of these types; takes all that the sagas send. */
  SagaFlow(Class<?>... remembered) {
    axon.start();
    for (Class<?> type : CredentialCommand.class.getPermittedSubclasses()) {
      boolean isRemembered = List.of(remembered).contains(type);
      axon.commandBus()
          .subscribe(type.getName(), command -> isRemembered && commands.add(command.getPayload()));
    }
  }

  void give(CredentialEvent event) {
    Instant at = deadlines.getCurrentDateTime();
    axon.eventBus()
        .publish(
            new GenericEventMessage<>(
                new GenericMessage<>((Object) event), Clock.fixed(at, ZoneOffset.UTC)::instant));
  }

  void advance(Duration duration) {
    deadlines.advanceTimeBy(duration, this::deliver);
  }

  List<Object> commands() {
    return commands;
  }

  List<Instant> scheduled(String name) {
    return deadlines.getScheduledDeadlines().stream()
        .filter(deadline -> deadline.getDeadlineName().equals(name))
        .map(ScheduledDeadlineInfo::getScheduleTime)
        .toList();
  }

  int living() {
    return sagas.size();
  }

  @Override
  public void close() {
    axon.shutdown();
  }

  private void deliver(ScopeDescriptor scope, DeadlineMessage<?> deadline) throws Exception {
    for (var target :
        new ConfigurationScopeAwareProvider(axon).provideScopeAwareStream(scope).toList()) {
      if (target.canResolve(scope)) {
        target.send(deadline, scope);
      }
    }
  }

  private Configuration configuration() {
    Configurer configurer = DefaultConfigurer.defaultConfiguration();
    configurer.configureSerializer(_ -> Jackson3Serializer.builder().build());
    configurer.configureEventBus(_ -> SimpleEventBus.builder().build());
    configurer.registerComponent(SagaStore.class, _ -> sagas);
    configurer.registerComponent(DeadlineManager.class, _ -> deadlines);
    configurer.registerComponent(RotationSchedule.class, _ -> SCHEDULE);
    configurer.eventProcessing().usingSubscribingEventProcessors();
    new RotationConfiguration().credentialSagas().configureModule(configurer);
    return configurer.buildConfiguration();
  }
}
