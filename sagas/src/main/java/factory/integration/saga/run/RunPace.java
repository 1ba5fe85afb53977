package factory.integration.saga.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Spaces calls evenly: at most so many a second of each connection, and to each provider. */
final class RunPace {

  /** Who would have to wait longer gives its place back instead. */
  private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);

  private static final int MOST = 10_000;

  private final LongSupplier nanoTime;
  private final Map<String, Long> next = new HashMap<>();

  RunPace(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * A limit that calls share.
   *
   * @param id of the connection or the provider
   */
  record Limit(String id, int callsPerSecond) {

    /** From one call to the next, in nanoseconds. */
    long gap() {
      return TimeUnit.SECONDS.toNanos(1) / callsPerSecond;
    }
  }

  /**
   * How many nanoseconds to wait before the first call; empty when that would be over a second.
   *
   * @param limits which all count; none: no wait
   * @param calls how many are made, a gap apart
   */
  synchronized OptionalLong reserve(List<Limit> limits, int calls) {
    long now = nanoTime.getAsLong();
    long wait = 0;
    for (Limit limit : limits) {
      wait = Math.max(wait, next.getOrDefault(limit.id(), now) - now);
    }
    if (wait > LONGEST_WAIT) {
      return OptionalLong.empty();
    }
    if (next.size() >= MOST) {
      next.values().removeIf(at -> at - now <= 0);
    }
    long first = now + wait;
    limits.forEach(limit -> next.put(limit.id(), first + calls * limit.gap()));
    return OptionalLong.of(wait);
  }

  /** How many nanoseconds to wait for the next call after one that took so long. */
  static long untilNext(List<Limit> limits, long nanosSince) {
    long gap = limits.stream().mapToLong(Limit::gap).max().orElse(0);
    return Math.max(0, gap - nanosSince);
  }
}
