package factory.integration.query.integrationevent;

import static factory.integration.query.Feed.NOON;
import static factory.integration.query.RunSamples.RUN;
import static factory.integration.query.RunSamples.completed;
import static factory.integration.query.RunSamples.failed;
import static factory.integration.query.RunSamples.gaveUp;
import static factory.integration.query.RunSamples.held;
import static factory.integration.query.RunSamples.plan;
import static factory.integration.query.RunSamples.resolved;
import static factory.integration.query.RunSamples.retried;
import static factory.integration.query.RunSamples.started;
import static factory.integration.query.RunSamples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.FailureSource;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.integrationevent.DeliveryStatus;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.run.IntegrationRunApproved;
import factory.integration.api.run.IntegrationRunAttemptBegan;
import factory.integration.api.run.IntegrationRunCancelled;
import factory.integration.api.run.IntegrationRunRefused;
import factory.integration.api.run.IntegrationRunResubmissionChanged;
import factory.integration.api.run.RunCancellation;
import factory.integration.api.run.RunHold;
import factory.integration.query.Feed;
import factory.integration.query.Samples;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunAttemptsTests {

  private static final Instant FETCHED = NOON.minusSeconds(2);

  private final InMemoryAttempts store = new InMemoryAttempts();
  private final Feed feed = new Feed(new IntegrationEventProjection(store));

  @Test
  void queuesEachAttemptAndKeepsItsOutcome() throws Exception {
    feed.publish(
        RUN.value(),
        started(),
        new IntegrationRunAttemptBegan(RUN, 1),
        failed(1, NOON.plusSeconds(25)),
        retried(2),
        completed(2));
    assertThat(store.writes)
        .containsExactly(
            queued(0, 1),
            new InMemoryAttempts.Completed(
                RUN, 1, failure(DeliveryStatus.RETRY, NOON.plusSeconds(25), 2)),
            queued(3, 2),
            new InMemoryAttempts.Completed(RUN, 2, success(FETCHED, NOON.plusMillis(12), 4)));
  }

  @Test
  void showsARunThatWaitsUnderTheIdOfItsFirstAttempt() throws Exception {
    feed.publish(
        RUN.value(),
        held(RunHold.APPROVAL, null),
        new IntegrationRunApproved(RUN, "key-2", "fine", null),
        started());
    assertThat(store.writes).containsExactly(queued(0, 1), queued(2, 1));
  }

  @Test
  void keepsWhyARunWasRefusedOrCancelled() throws Exception {
    feed.publish(
        RUN.value(),
        new IntegrationRunRefused(RUN, plan(), "{}", "key-1", "not allowed"),
        new IntegrationRunCancelled(RUN, 0, RunCancellation.REJECTED, "not now"));
    assertThat(store.writes)
        .containsExactly(
            IntegrationEventDocument.discarded(
                Feed.key(0), Feed.TENANT, RUN, plan(), "not allowed", NOON),
            new InMemoryAttempts.Cancelled(
                RUN, 1, "its approval was denied: not now", NOON.plusSeconds(1)));
  }

  @Test
  void keepsWhyNoFurtherAttemptIsMade() throws Exception {
    feed.publish(RUN.value(), gaveUp(1, null), new IntegrationRunResubmissionChanged(RUN, false));
    assertThat(store.writes)
        .containsExactly(
            new InMemoryAttempts.Completed(
                RUN,
                1,
                new AttemptOutcome(
                    IntegrationEventStatus.FAILED,
                    DeliveryStatus.FAILED,
                    FailureCategory.SERVER_ERROR,
                    null,
                    NOON,
                    NOON,
                    null)),
            new InMemoryAttempts.DeadLettered(RUN, 1, FailureReason.RETRIES_EXHAUSTED));
  }

  @Test
  void keepsWhatSomebodyFoundOutAboutAnUnknownOutcome() throws Exception {
    feed.publish(RUN.value(), unknown(1), resolved(1));
    assertThat(store.writes)
        .contains(new InMemoryAttempts.DeadLettered(RUN, 1, FailureReason.OUTCOME_UNKNOWN))
        .endsWith(
            new InMemoryAttempts.Completed(
                RUN, 1, success(NOON.plusSeconds(1), NOON.plusSeconds(1), null)));
  }

  @Test
  void leavesOutWhatFailedElsewhere() throws Exception {
    feed.publish(
        "fail-1",
        new IntegrationFailed(
            FailureId.of("1"),
            FailureSource.DELIVERY,
            Samples.DELIVERY,
            Samples.plan(),
            1,
            FailureCategory.SERVER_ERROR,
            FailureReason.RETRIES_EXHAUSTED,
            "500"));
    assertThat(store.writes).isEmpty();
  }

  private static IntegrationEventDocument queued(int position, int attempt) {
    return IntegrationEventDocument.queued(
        Feed.key(position), Feed.TENANT, RUN, attempt, plan(), NOON.plusSeconds(position));
  }

  private static AttemptOutcome success(Instant from, Instant to, @Nullable Integer position) {
    return new AttemptOutcome(
        IntegrationEventStatus.SUCCESS,
        DeliveryStatus.SUCCESS,
        null,
        null,
        from,
        to,
        position == null ? null : Feed.key(position));
  }

  private static AttemptOutcome failure(DeliveryStatus status, Instant next, int position) {
    return new AttemptOutcome(
        IntegrationEventStatus.FAILED,
        status,
        FailureCategory.SERVER_ERROR,
        next,
        FETCHED,
        NOON.plusMillis(12),
        Feed.key(position));
  }
}
