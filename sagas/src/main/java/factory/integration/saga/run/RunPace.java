package factory.integration.saga.run;

import factory.integration.api.connection.ConnectionId;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Spaces the calls of each connection evenly, at most so many a second. */
final class RunPace {

  /** Who would have to wait longer gives its place back instead. */
  private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);

  private static final int MOST = 10_000;

  private final LongSupplier nanoTime;
  private final Map<ConnectionId, Long> next = new HashMap<>();

  RunPace(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** How many nanoseconds to wait before the call; empty when that would be over a second. */
  synchronized OptionalLong reserve(ConnectionId id, int callsPerSecond) {
    long now = nanoTime.getAsLong();
    long free = Math.max(now, next.getOrDefault(id, now));
    if (free - now > LONGEST_WAIT) {
      return OptionalLong.empty();
    }
    if (next.size() >= MOST) {
      next.values().removeIf(at -> at <= now);
    }
    next.put(id, free + TimeUnit.SECONDS.toNanos(1) / callsPerSecond);
    return OptionalLong.of(free - now);
  }
}
