package factory.integration.gateway.verification;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** How far the time of a call may be from the platform's, in either direction. */
record Tolerance(Duration most) {

  private static final int LONGEST_SECONDS = 11;
  private static final int LONGEST_MILLIS = 14;

  static Tolerance of(int seconds) {
    return new Tolerance(Duration.ofSeconds(seconds));
  }

  /**
   * Judges a time as vendors spell it: seconds or milliseconds since 1970, or ISO 8601.
   *
   * @return genuine, or why not
   */
  Verdict judge(String timestamp, Instant now) {
    Instant time = read(timestamp.strip());
    if (time == null) {
      return Verdict.TIMESTAMP_MISSING;
    }
    return Duration.between(time, now).abs().compareTo(most) <= 0
        ? Verdict.GENUINE
        : Verdict.TIMESTAMP_OUT_OF_TOLERANCE;
  }

  private static @Nullable Instant read(String text) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (digits && text.length() <= LONGEST_MILLIS) {
      long number = Long.parseLong(text);
      return text.length() <= LONGEST_SECONDS
          ? Instant.ofEpochSecond(number)
          : Instant.ofEpochMilli(number);
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException noTime) {
      return null;
    }
  }
}
