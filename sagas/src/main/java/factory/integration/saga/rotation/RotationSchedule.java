package factory.integration.saga.rotation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When attempts of a rotation are made again.
 *
 * @param retryDelays waiting times after the first, second and third failure
 * @param resumeAfter how long an attempt may be silent
 */
record RotationSchedule(List<Duration> retryDelays, Duration resumeAfter) {

  /** The time to wait after a failed attempt, or empty when it was the last. */
  Optional<Duration> delayAfter(int attempt) {
    return attempt <= retryDelays.size()
        ? Optional.of(retryDelays.get(attempt - 1))
        : Optional.empty();
  }
}
