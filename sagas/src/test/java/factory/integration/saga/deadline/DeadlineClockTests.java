package factory.integration.saga.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.saga.SettableClock;
import factory.integration.saga.deadline.Desk.Drawer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlineClockTests {

  private final SettableClock clock = new SettableClock();
  private final InMemoryDeadlineStore store = new InMemoryDeadlineStore();
  private final Desk desk = new Desk();
  private final DeadlineCodec codec = new DeadlineCodec(Jackson3Serializer.builder().build());
  private final DeadlineClock alarm =
      new DeadlineClock(
          store,
          new DeadlineExecutor(store, codec, desk, NoTransactionManager.INSTANCE, List.of()),
          clock,
          "node");
  private final DeadlineManager deadlines = new StoredDeadlineManager(store, codec, alarm, clock);
  private final DeadlineClockLifecycle lifecycle = new DeadlineClockLifecycle(alarm);

  @BeforeEach
  void start() {
    lifecycle.start();
    assertThat(lifecycle.isRunning()).isTrue();
  }

  @AfterEach
  void stop() {
    lifecycle.stop();
    assertThat(lifecycle.isRunning()).isFalse();
  }

  @Test
  void firesWhatBecomesDue() {
    schedule(Duration.ofHours(1));
    clock.advance(Duration.ofHours(1));
    await().until(() -> desk.arrived.size() == 1);
  }

  /** One after the other they would take as many seconds if the clock only looked now and then. */
  @Test
  void wakesAtOnceForADeadlineThatIsDueEarlier() {
    IntStream.rangeClosed(1, 60)
        .forEach(
            number -> {
              DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("x"))
                  .execute(() -> schedule(Duration.ZERO));
              await()
                  .atMost(Duration.ofSeconds(30))
                  .pollInterval(Duration.ofMillis(1))
                  .until(() -> desk.arrived.size() == number);
            });
  }

  @Test
  void goesOnWhenItsClockIsSetBack() {
    clock.advance(Duration.ofHours(-1));
    schedule(Duration.ZERO);
    await().until(() -> desk.arrived.size() == 1);
    schedule(Duration.ofMinutes(1));
    clock.advance(Duration.ofMinutes(1));
    await().until(() -> desk.arrived.size() == 2);
  }

  @Test
  void firesOnceWhenItsClockIsSetForwardAndBack() {
    schedule(Duration.ofMinutes(30));
    clock.advance(Duration.ofHours(1));
    await().until(() -> desk.arrived.size() == 1);
    clock.advance(Duration.ofHours(-1));
    await().during(Duration.ofMillis(300)).untilAsserted(() -> assertThat(desk.arrived).hasSize(1));
    assertThat(store.count()).isZero();
  }

  @Test
  void seesWhatAnotherNodeScheduled() {
    DeadlineClock other =
        new DeadlineClock(
            store,
            new DeadlineExecutor(store, codec, desk, NoTransactionManager.INSTANCE, List.of()),
            clock,
            "other");
    new StoredDeadlineManager(store, codec, other, clock)
        .schedule(Duration.ZERO, "reminder", "from elsewhere", new Drawer("upper"));
    await().until(() -> desk.arrived.size() == 1);
  }

  @Test
  void goesOnWhenTheStoreIsBack() {
    store.setAway(true);
    schedule(Duration.ZERO);
    await().during(Duration.ofMillis(1)).until(desk.arrived::isEmpty);
    store.setAway(false);
    await().until(() -> desk.arrived.size() == 1);
  }

  private void schedule(Duration after) {
    deadlines.schedule(after, "reminder", "payload", new Drawer("upper"));
  }
}
