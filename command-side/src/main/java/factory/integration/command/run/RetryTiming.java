package factory.integration.command.run;

import factory.integration.api.connection.QuietHours;
import factory.integration.api.delivery.NextAttempt;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunPlan;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a run's next attempt is due: by its policy, but never in quiet hours. */
record RetryTiming(RunPlan plan, RunId runId, Instant firstRequestedAt) {

  /**
   * The time of the next attempt; empty when there is none.
   *
   * @param failures counts from 1
   */
  Optional<Instant> after(int failures, Instant failedAt, @Nullable Long retryAfterSeconds) {
    return new NextAttempt(plan.retryPolicy(), runId, firstRequestedAt)
        .after(failures, failedAt, retryAfterSeconds)
        .map(this::outsideQuietHours)
        .filter(this::isBeforeGivingUp);
  }

  private Instant outsideQuietHours(Instant due) {
    QuietHours quiet = plan.quietHours();
    return quiet == null ? due : quiet.endAfter(due).orElse(due);
  }

  private boolean isBeforeGivingUp(Instant next) {
    Long limit = plan.retryPolicy().giveUpAfterSeconds();
    return limit == null || !next.isAfter(firstRequestedAt.plusSeconds(limit));
  }
}
