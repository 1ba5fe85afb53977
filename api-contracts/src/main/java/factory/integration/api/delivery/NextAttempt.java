package factory.integration.api.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the next attempt is due, by the policy and what the endpoint asked for. */
public record NextAttempt(RetryPolicy policy, WorkId workId, Instant firstRequestedAt) {

  /** An endpoint may put a retry off, but not for ever. */
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

  /**
   * The time of the next attempt; never earlier than the policy says.
   *
   * @param failures counts from 1
   */
  public Optional<Instant> after(int failures, Instant failedAt, @Nullable Long retryAfterSeconds) {
    return policy
        .delayAfter(failures, spread(failures))
        .map(delay -> failedAt.plus(longer(delay, retryAfterSeconds)))
        .filter(this::isBeforeGivingUp);
  }

  /** Where in the jitter a piece of work falls is its own, so that a replay decides the same. */
  private double spread(int failures) {
    int hash = (workId.value() + failures).hashCode() * 0x9E3779B9;
    return (hash >>> 1) / (double) Integer.MAX_VALUE;
  }

  private static Duration longer(Duration delay, @Nullable Long retryAfterSeconds) {
    if (retryAfterSeconds == null) {
      return delay;
    }
    long asked = Math.min(retryAfterSeconds, LONGEST_RETRY_AFTER.toSeconds());
    return delay.toSeconds() >= asked ? delay : Duration.ofSeconds(asked);
  }

  private boolean isBeforeGivingUp(Instant next) {
    Long limit = policy.giveUpAfterSeconds();
    return limit == null || !next.isAfter(firstRequestedAt.plusSeconds(limit));
  }
}
