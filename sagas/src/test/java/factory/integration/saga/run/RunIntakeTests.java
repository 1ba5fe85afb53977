package factory.integration.saga.run;

import static factory.integration.saga.SettableClock.NOON;
import static factory.integration.saga.run.RunFixture.INPUT;
import static factory.integration.saga.run.RunFixture.RUN;
import static factory.integration.saga.run.RunFixture.failed;
import static factory.integration.saga.run.RunFixture.plan;
import static factory.integration.saga.run.RunFixture.started;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.connection.ProbeFailure;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.run.IntegrationRunCancelled;
import factory.integration.api.run.IntegrationRunCompleted;
import factory.integration.api.run.IntegrationRunRetried;
import factory.integration.api.run.IntegrationRunStarted;
import factory.integration.api.run.RetryTrigger;
import factory.integration.api.run.RunCancellation;
import factory.integration.api.run.RunId;
import factory.integration.api.subscription.Ordering;
import factory.integration.saga.connection.ConnectionFixture;
import factory.integration.saga.delivery.DueDelivery;
import factory.integration.saga.delivery.IntakeDesk;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

class RunIntakeTests {

  private static final RunId NEXT_RUN = RunId.of("01jxd3v9k2000000000000000b");

  private final RunDesk runs = new RunDesk();
  private final IntakeDesk engine = new IntakeDesk();
  private final RunIntake intake = new RunIntake(engine.intake(), runs.inputs);
  private long position;

  @Test
  void offersARunThatStarts() {
    give(started(RUN, Ordering.NONE));
    DueDelivery due = engine.stored(RUN);
    assertThat(engine.started()).containsExactly(due);
    assertThat(due.attempt()).isOne();
    assertThat(due.tenant()).isEqualTo(ConnectionFixture.ACME);
    assertThat(due.endpoint()).isEqualTo(RunFixture.CONNECTION.value());
    assertThat(due.context()).containsKey(ContextKeys.CAUSATION_ID);
    assertThat(runs.inputs.find(RUN)).contains(INPUT);
  }

  @Test
  void keepsNoInputInDueWork() {
    give(started(RUN, Ordering.NONE));
    assertThat(engine.stored(RUN).toString()).doesNotContain("4711");
  }

  @Test
  void offersTheNextAttempt() {
    give(started(RUN, Ordering.NONE));
    give(failed(RUN, Ordering.NONE, 1, NOON));
    assertThat(engine.isStored(RUN)).isFalse();
    give(retried(Ordering.NONE, 2));
    assertThat(engine.stored(RUN).attempt()).isEqualTo(2);
  }

  @Test
  void forgetsWhatHasSucceeded() {
    give(started(RUN, Ordering.FIFO));
    give(started(NEXT_RUN, Ordering.FIFO));
    give(new IntegrationRunCompleted(RUN, plan(), 1, null, null, null, null));
    assertThat(engine.storedCount()).isOne();
    assertThat(startedIds()).containsExactly(RUN, NEXT_RUN);
  }

  @Test
  void letsAFailedAttemptStepAside() {
    give(started(RUN, Ordering.FIFO));
    give(started(NEXT_RUN, Ordering.FIFO));
    assertThat(startedIds()).containsExactly(RUN);
    give(failed(RUN, Ordering.FIFO, 1, NOON));
    assertThat(startedIds()).containsExactly(RUN, NEXT_RUN);
  }

  @Test
  void letsTheHeadOfAStrictLaneBlockUntilItsRetry() {
    give(started(RUN, Ordering.STRICT));
    give(started(NEXT_RUN, Ordering.STRICT));
    give(failed(RUN, Ordering.STRICT, 1, NOON));
    assertThat(engine.stored(RUN).waiting()).isTrue();
    assertThat(startedIds()).containsExactly(RUN);

    give(retried(Ordering.STRICT, 2));
    assertThat(startedIds()).containsExactly(RUN, RUN);
    give(failed(RUN, Ordering.STRICT, 2, null));
    assertThat(startedIds()).containsExactly(RUN, RUN, NEXT_RUN);
    assertThat(engine.isStored(RUN)).isFalse();
  }

  @Test
  void freesTheLaneOfACancelledRun() {
    give(started(RUN, Ordering.STRICT));
    give(started(NEXT_RUN, Ordering.STRICT));
    give(failed(RUN, Ordering.STRICT, 1, NOON));
    give(new IntegrationRunCancelled(RUN, 1, RunCancellation.CONNECTION_RETIRED));
    assertThat(startedIds()).containsExactly(RUN, NEXT_RUN);
    assertThat(engine.isStored(RUN)).isFalse();
  }

  @Test
  void leavesFailuresOfOtherKindsAlone() {
    give(started(RUN, Ordering.NONE));
    give(
        IntegrationFailed.ofProbe(
            FailureId.of("1"),
            new ProbeFailure(RunFixture.CONNECTION, ConnectionFixture.PROVIDER),
            FailureCategory.SERVER_ERROR,
            "the provider answered 503"));
    assertThat(engine.isStored(RUN)).isTrue();
  }

  private List<Object> startedIds() {
    return engine.started().stream().<Object>map(DueDelivery::workId).toList();
  }

  private void give(Object event) {
    var message = new GenericEventMessage<>(event, MetaData.with(ContextKeys.TENANT_ID, "acme"));
    var token = new GlobalSequenceTrackingToken(++position);
    DefaultUnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(message);
    batch.execute(
        () -> {
          switch (event) {
            case IntegrationRunStarted started -> intake.on(started, message, token, batch);
            case IntegrationRunRetried retried -> intake.on(retried, message, token, batch);
            case IntegrationFailed failed -> intake.on(failed, message, token, batch);
            case IntegrationRunCompleted completed -> intake.on(completed, batch);
            case IntegrationRunCancelled cancelled -> intake.on(cancelled, batch);
            default -> throw new IllegalArgumentException("not for the intake: " + event);
          }
        });
  }

  private static IntegrationRunRetried retried(Ordering ordering, int attempt) {
    return new IntegrationRunRetried(
        RUN, plan(ordering, "CreateOrder", null), attempt, RetryTrigger.AUTOMATIC);
  }
}
