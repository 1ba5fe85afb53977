package factory.integration.api.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The presets that a subscription can name. */
public final class RetryPolicies {

  /** 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h. */
  public static final RetryPolicy STANDARD =
      preset("standard", List.of(5L, 300L, 1_800L, 7_200L, 18_000L, 36_000L, 50_400L));

  /** 25 s, 60 min, 60 min, 24 h. */
  public static final RetryPolicy AVVYR =
      new RetryPolicy("avvyr", 1, List.of(25L, 3_600L, 3_600L, 86_400L), 0, null);

  /** Exponential from 30 s, at most 12 h apart, for at least seven days. */
  public static final RetryPolicy SEVEN_DAYS = preset("sevenDays", exponentialOverSevenDays());

  private static final int JITTER_PERCENT = 10;
  private static final int MAX_COUNTED_RETRIES = 5;
  private static final long FIFTH_DELAY_SECONDS = 86_400L;
  private static final Map<String, RetryPolicy> PRESETS =
      Map.of("standard", STANDARD, "avvyr", AVVYR, "sevenDays", SEVEN_DAYS);

  private RetryPolicies() {}

  /** The preset of that name. */
  public static Optional<RetryPolicy> named(String name) {
    return Optional.ofNullable(PRESETS.get(name));
  }

  /** The first 0 to 5 delays of {@code avvyr}; a fifth is again 24 h. */
  public static RetryPolicy counted(int retries) {
    if (retries < 0 || retries > MAX_COUNTED_RETRIES) {
      throw new IllegalArgumentException("retries is 0 to 5, not " + retries);
    }
    List<Long> delays = new ArrayList<>(AVVYR.delaysSeconds());
    delays.add(FIFTH_DELAY_SECONDS);
    return RetryPolicy.custom(delays.subList(0, retries), null);
  }

  private static RetryPolicy preset(String name, List<Long> delaysSeconds) {
    return new RetryPolicy(name, 1, delaysSeconds, JITTER_PERCENT, null);
  }

  private static List<Long> exponentialOverSevenDays() {
    List<Long> delays = new ArrayList<>();
    long total = 0;
    for (long delay = 30; total < Duration.ofDays(7).toSeconds(); delay *= 2) {
      delay = Math.min(delay, Duration.ofHours(12).toSeconds());
      delays.add(delay);
      total += delay;
    }
    return delays;
  }
}
