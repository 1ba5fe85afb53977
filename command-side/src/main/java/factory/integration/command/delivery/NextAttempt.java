package factory.integration.command.delivery;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a delivery's next attempt is due, by its policy and what the endpoint asked for. */
record NextAttempt(RetryPolicy policy, DeliveryId deliveryId, Instant firstRequestedAt) {

  /** An endpoint may put a retry off, but not for ever. */
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

  /**
   * The time of the next attempt; never earlier than the policy says.
   *
   * @param failures counts from 1
   */
  Optional<Instant> after(int failures, Instant failedAt, @Nullable Long retryAfterSeconds) {
    return policy
        .delayAfter(failures, spread(failures))
        .map(delay -> failedAt.plus(longer(delay, retryAfterSeconds)))
        .filter(this::isBeforeGivingUp);
  }

  /** Where in the jitter a delivery falls is its own, so that a replay decides the same. */
  private double spread(int failures) {
    int hash = (deliveryId.value() + failures).hashCode() * 0x9E3779B9;
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
