package factory.integration.benchmarks.load;

/**
 * When requests are due in an open model: the n-th at n/rate after the start, however long earlier
 * ones take. All times are nanoseconds of {@link System#nanoTime()}.
 */
record OpenSchedule(long startNanos, long ratePerSecond) {

  private static final long SECOND = 1_000_000_000L;

  OpenSchedule {
    if (ratePerSecond < 1 || ratePerSecond > 1_000_000) {
      throw new IllegalArgumentException("a rate of 1 to 1000000, not " + ratePerSecond);
    }
  }

  /** When the request with this index (from 0) is meant to be sent. */
  long intendedNanos(long index) {
    return startNanos + index * SECOND / ratePerSecond;
  }

  /** How many requests are due by now. */
  long dueAt(long nowNanos) {
    if (nowNanos < startNanos) {
      return 0;
    }
    long until = nowNanos - startNanos + 1;
    return until / SECOND * ratePerSecond + (until % SECOND * ratePerSecond + SECOND - 1) / SECOND;
  }
}
