package factory.integration.saga.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.saga.SettableClock;
import factory.integration.saga.deadline.Desk.Drawer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StoredDeadlineManagerTests {

  private static final Drawer UPPER = new Drawer("upper");
  private static final Drawer LOWER = new Drawer("lower");
  private static final Duration CLAIM = Duration.ofSeconds(30);

  private record Reminder(String text, Instant since) {}

  private final SettableClock clock = new SettableClock();
  private final InMemoryDeadlineStore store = new InMemoryDeadlineStore();
  private final Desk desk = new Desk();
  private final DeadlineCodec codec = new DeadlineCodec(Jackson3Serializer.builder().build());
  private DeadlineClock alarm = alarm();
  private DeadlineManager deadlines = new StoredDeadlineManager(store, codec, alarm, clock);

  @Nested
  class FiringTests {

    @Test
    void comesInTheOrderOfTime() {
      schedule(3, "third");
      schedule(1, "first");
      schedule(2, "second");
      fireAfter(Duration.ofSeconds(3));
      assertThat(desk.payloads()).isEqualTo(List.of("first", "second", "third"));
      assertThat(store.count()).isZero();
    }

    @Test
    void waitsForItsTime() {
      schedule(10, "later");
      fireAfter(Duration.ofMillis(9_999));
      assertThat(desk.arrived).isEmpty();
      fireAfter(Duration.ofMillis(1));
      assertThat(desk.arrived).hasSize(1);
      fireAfter(Duration.ofDays(1));
      assertThat(desk.arrived).as("once only").hasSize(1);
    }

    @Test
    void bringsNamePayloadAndContext() {
      Reminder reminder = new Reminder("call back", clock.instant());
      var payload = new GenericMessage<>(reminder, MetaData.with("tenantId", "acme"));
      deadlines.schedule(clock.instant().plusSeconds(1), "reminder", payload, UPPER);
      fireAfter(Duration.ofSeconds(1));

      DeadlineMessage<?> arrived = desk.arrived.getFirst();
      assertThat(arrived.getDeadlineName()).isEqualTo("reminder");
      assertThat(arrived.getPayload()).isEqualTo(reminder);
      assertThat(arrived.getMetaData()).containsEntry("tenantId", "acme");
      assertThat(arrived.getTimestamp()).isEqualTo(SettableClock.NOON.plusSeconds(1));
    }

    @Test
    void bringsNoPayloadWhereThereWasNone() {
      deadlines.schedule(Duration.ofSeconds(1), "reminder", null, UPPER);
      fireAfter(Duration.ofSeconds(1));
      assertThat(desk.arrived.getFirst().getPayload()).isNull();
    }

    @Test
    void takesTheContextFromWhereItIsScheduledAndHandsItOn() {
      List<Map<String, ?>> contexts = new ArrayList<>();
      desk.arriving =
          _ -> contexts.add(GenericEventMessage.asEventMessage("follows").getMetaData());
      UnitOfWork<?> request =
          DefaultUnitOfWork.startAndGet(
              new GenericMessage<>("request", MetaData.with("tenantId", "acme")));
      request.registerCorrelationDataProvider(new SimpleCorrelationDataProvider("tenantId"));
      request.execute(() -> schedule(1, "reminder"));
      fireAfter(Duration.ofSeconds(1));
      assertThat(contexts).containsExactly(Map.of("tenantId", "acme"));
    }

    @Test
    void goesOnWhereAnEarlierRunStopped() {
      schedule(1, "before the restart");
      alarm = alarm();
      deadlines = new StoredDeadlineManager(store, codec, alarm, clock);
      schedule(2, "after the restart");
      fireAfter(Duration.ofSeconds(2));
      assertThat(desk.payloads()).isEqualTo(List.of("before the restart", "after the restart"));
    }

    @Test
    void findsTheFewThatAreDueAmongAHundredThousand() {
      for (int i = 0; i < 100_000; i++) {
        schedule(3_600 + i, "later");
      }
      for (int i = 0; i < 500; i++) {
        schedule(1, "now");
      }
      fireAfter(Duration.ofSeconds(1));
      assertThat(desk.arrived).hasSize(500);
      assertThat(store.count()).isEqualTo(100_000);
    }
  }

  @Nested
  class FailureTests {

    @Test
    void doesNotStopTheOthers() {
      refuse("bad");
      schedule(1, "good 1");
      schedule(2, "bad");
      schedule(3, "good 2");
      fireAfter(Duration.ofSeconds(3));
      assertThat(desk.payloads().stream().distinct()).contains("good 1", "good 2");
      assertThat(store.count()).isEqualTo(1);
    }

    @Test
    void letsTheDeadlineFireAgainWhenItsClaimHasRunOut() {
      refuse("bad");
      schedule(1, "bad");
      fireAfter(Duration.ofSeconds(1));
      desk.arriving = _ -> {};
      fireAfter(CLAIM.minusMillis(1));
      assertThat(desk.arrived).isEmpty();
      fireAfter(Duration.ofMillis(1));
      assertThat(desk.payloads()).isEqualTo(List.of("bad"));
      assertThat(store.count()).isZero();
    }

    @Test
    void ofOneThatCannotBeReadDoesNotStopTheOthers() {
      store.save(
          new ScheduledDeadline(
              "1", "broken", clock.instant(), "{}", "no.such.Scope", "", "", "{}"));
      schedule(1, "good");
      fireAfter(Duration.ofSeconds(1));
      assertThat(desk.payloads()).isEqualTo(List.of("good"));
    }

    @Test
    void leavesTheDeadlineToAnotherNodeAfterACrash() {
      schedule(1, "claimed by the dead");
      clock.advance(Duration.ofSeconds(1));
      store.claimDue("dead", clock.instant(), clock.instant().plus(CLAIM), 10);
      fireAfter(Duration.ofSeconds(1));
      assertThat(desk.arrived).isEmpty();
      fireAfter(CLAIM);
      assertThat(desk.arrived).hasSize(1);
    }

    private void refuse(String payload) {
      desk.arriving =
          deadline -> {
            if (payload.equals(deadline.getPayload())) {
              throw new IllegalStateException("refused");
            }
          };
    }
  }

  @Nested
  class CancellingTests {

    @Test
    void removesOne() {
      String id = schedule(1, "cancelled");
      schedule(1, "kept");
      deadlines.cancelSchedule("reminder", id);
      deadlines.cancelSchedule("reminder", "unknown");
      fireAfter(Duration.ofSeconds(1));
      assertThat(desk.payloads()).isEqualTo(List.of("kept"));
    }

    @Test
    void removesAllOfAName() {
      schedule(1, "cancelled");
      deadlines.schedule(Duration.ofSeconds(1), "other", "kept", UPPER);
      deadlines.cancelAll("reminder");
      fireAfter(Duration.ofSeconds(1));
      assertThat(desk.payloads()).isEqualTo(List.of("kept"));
    }

    @Test
    void removesAllWithinAScope() {
      schedule(1, "cancelled");
      deadlines.schedule(Duration.ofSeconds(1), "reminder", "kept", LOWER);
      deadlines.schedule(Duration.ofSeconds(2), "other", "kept, too", UPPER);
      deadlines.cancelAllWithinScope("reminder", new Drawer("upper"));
      fireAfter(Duration.ofSeconds(2));
      assertThat(desk.payloads()).isEqualTo(List.of("kept", "kept, too"));
    }
  }

  @Nested
  class UnitOfWorkTests {

    @Test
    void storesAndCancelsWithTheCommit() {
      String first = schedule(1, "cancelled");
      UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("x"));
      unitOfWork.execute(
          () -> {
            deadlines.cancelSchedule("reminder", first);
            schedule(1, "scheduled");
            assertThat(store.count()).isEqualTo(1);
          });
      fireAfter(Duration.ofSeconds(1));
      assertThat(desk.payloads()).isEqualTo(List.of("scheduled"));
    }

    @Test
    void storesNothingThatIsRolledBack() {
      UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("x"));
      assertThatThrownBy(
              () ->
                  unitOfWork.execute(
                      () -> {
                        schedule(1, "never");
                        throw new IllegalStateException("rolled back");
                      }))
          .hasMessage("rolled back");
      assertThat(store.count()).isZero();
    }

    @Test
    void cancelsWhatWasScheduledInTheSameOne() {
      UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("x"));
      unitOfWork.execute(() -> deadlines.cancelSchedule("reminder", schedule(1, "never")));
      assertThat(store.count()).isZero();
    }
  }

  private String schedule(long afterSeconds, String payload) {
    return deadlines.schedule(
        clock.instant().plusSeconds(afterSeconds), "reminder", payload, UPPER);
  }

  private void fireAfter(Duration duration) {
    clock.advance(duration);
    alarm.fireDue();
  }

  private DeadlineClock alarm() {
    return new DeadlineClock(
        store,
        new DeadlineExecutor(
            store,
            codec,
            desk,
            NoTransactionManager.INSTANCE,
            List.of(new SimpleCorrelationDataProvider("tenantId"))),
        clock,
        "node");
  }
}
