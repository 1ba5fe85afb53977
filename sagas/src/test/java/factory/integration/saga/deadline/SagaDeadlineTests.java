package factory.integration.saga.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.saga.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A saga's deadlines in a whole configuration of Axon, as the platform wires it. */
class SagaDeadlineTests {

  record TaskGiven(String taskId) {}

  /** Public, since Axon makes sagas by reflection unless it is given a factory. */
  public static final class TaskSaga {

    public TaskSaga() {}

    @StartSaga
    @SagaEventHandler(associationProperty = "taskId")
    void on(TaskGiven event, DeadlineManager deadlines) {
      deadlines.schedule(Duration.ofHours(1), "task-due", event.taskId());
    }

    @EndSaga
    @DeadlineHandler(deadlineName = "task-due")
    void onDue(String taskId, @MetaDataValue("tenantId") String tenant, DueTasks due) {
      due.tasks.add(tenant + " " + taskId);
    }
  }

  static final class DueTasks {

    final List<String> tasks = new CopyOnWriteArrayList<>();
  }

  private final SettableClock clock = new SettableClock();
  private final InMemoryDeadlineStore store = new InMemoryDeadlineStore();
  private final InMemorySagaStore sagas = new InMemorySagaStore();
  private final DeadlineCodec codec = new DeadlineCodec(Jackson3Serializer.builder().build());
  private final DueTasks due = new DueTasks();
  private final Configuration axon = configuration();
  private final DeadlineClock alarm =
      new DeadlineClock(
          store,
          new DeadlineExecutor(
              store,
              codec,
              new ConfigurationScopeAwareProvider(axon),
              NoTransactionManager.INSTANCE,
              axon.correlationDataProviders()),
          clock,
          "node");

  @AfterEach
  void shutDown() {
    axon.shutdown();
  }

  @Test
  void reachTheirSagaInTheContextOfTheEvent() {
    axon.start();
    give("t-1", "acme");
    give("t-2", "other");
    await().until(() -> store.count() == 2);

    clock.advance(Duration.ofHours(1));
    alarm.fireDue();
    assertThat(due.tasks).containsExactlyInAnyOrder("acme t-1", "other t-2");
    assertThat(sagas.size()).as("the sagas have ended").isZero();
    assertThat(store.count()).isZero();
  }

  @Test
  void thatFindNoSagaAnyMoreAreOver() {
    axon.start();
    give("t-1", "acme");
    await().until(() -> store.count() == 1);
    sagas.deleteSaga(
        TaskSaga.class,
        sagas.findSagas(TaskSaga.class, association()).iterator().next(),
        Set.of(association()));

    clock.advance(Duration.ofHours(1));
    alarm.fireDue();
    assertThat(due.tasks).isEmpty();
    assertThat(store.count()).isZero();
  }

  private static AssociationValue association() {
    return new AssociationValue("taskId", "t-1");
  }

  private void give(String task, String tenant) {
    axon.eventBus()
        .publish(new GenericEventMessage<>(new TaskGiven(task), MetaData.with("tenantId", tenant)));
  }

  private Configuration configuration() {
    Configurer configurer = DefaultConfigurer.defaultConfiguration();
    configurer.configureSerializer(_ -> Jackson3Serializer.builder().build());
    configurer.configureEventBus(_ -> SimpleEventBus.builder().build());
    configurer.configureCorrelationDataProviders(
        _ -> List.of(new SimpleCorrelationDataProvider("tenantId")));
    configurer.registerComponent(DueTasks.class, _ -> due);
    configurer.registerComponent(SagaStore.class, _ -> sagas);
    configurer.registerComponent(
        DeadlineManager.class, _ -> new StoredDeadlineManager(store, codec, alarm(), clock));
    configurer.eventProcessing().usingSubscribingEventProcessors();
    configurer.eventProcessing().registerSaga(TaskSaga.class);
    return configurer.buildConfiguration();
  }

  private DeadlineClock alarm() {
    return alarm;
  }
}
