package factory.integration.saga.rotation;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the rotation of credentials.
 *
 * @param retryDelays waiting times after failed attempts, at most three; none: no second attempt
 * @param resumeAfter how long an attempt may be silent before it is made again, since its node may
 *     have stopped
 */
@ConfigurationProperties("platform.rotation")
record RotationProperties(
    @DefaultValue({"1m", "10m", "1h"}) List<Duration> retryDelays,
    @DefaultValue("2m") Duration resumeAfter) {

  private static final int MAX_RETRIES = 3;

  RotationProperties {
    retryDelays = List.copyOf(retryDelays);
    if (retryDelays.size() > MAX_RETRIES || retryDelays.stream().anyMatch(Duration::isNegative)) {
      throw new IllegalArgumentException(
          "platform.rotation.retry-delays are at most three times, not " + retryDelays);
    }
    if (resumeAfter.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "platform.rotation.resume-after is at least 1s, not " + resumeAfter);
    }
  }

  RotationSchedule schedule() {
    return new RotationSchedule(retryDelays, resumeAfter);
  }
}
