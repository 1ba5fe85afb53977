package factory.integration.api.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a failed attempt is tried again.
 *
 * @param name of the preset, or {@code custom}
 * @param version of the preset; a delivery keeps the one it started with
 * @param delaysSeconds waiting time after the first, second … failure; none: no retry
 * @param jitterPercent each delay grows by up to this share, so that retries spread
 * @param giveUpAfterSeconds no attempt starts later than this after the first was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RetryPolicy(
    String name,
    int version,
    List<Long> delaysSeconds,
    int jitterPercent,
    @Nullable Long giveUpAfterSeconds) {

  private static final long MAX_DELAY_SECONDS = Duration.ofDays(30).toSeconds();
  private static final int MAX_RETRIES = 100;

  public RetryPolicy {
    delaysSeconds = List.copyOf(delaysSeconds);
    if (delaysSeconds.size() > MAX_RETRIES) {
      throw new IllegalArgumentException("a retry policy has at most 100 delays");
    }
    if (delaysSeconds.stream().anyMatch(delay -> delay < 0 || delay > MAX_DELAY_SECONDS)) {
      throw new IllegalArgumentException("a retry delay is 0 to 2592000 seconds (30 days)");
    }
    if (giveUpAfterSeconds != null && giveUpAfterSeconds < 1) {
      throw new IllegalArgumentException("giveUpAfterSeconds is at least 1");
    }
  }

  /** A list of delays of the subscriber's own, kept to the second. */
  public static RetryPolicy custom(List<Long> delaysSeconds, @Nullable Long giveUpAfterSeconds) {
    return new RetryPolicy("custom", 1, delaysSeconds, 0, giveUpAfterSeconds);
  }

  /**
   * The time to wait after so many failures, or empty when there is no further attempt.
   *
   * @param failures counts from 1
   * @param spread 0 (inclusive) to 1: where within the jitter this delivery falls
   */
  public Optional<Duration> delayAfter(int failures, double spread) {
    if (failures > delaysSeconds.size()) {
      return Optional.empty();
    }
    double millis = delaysSeconds.get(failures - 1) * 1000.0;
    return Optional.of(Duration.ofMillis(Math.round(millis * (1 + spread * jitterPercent / 100))));
  }
}
