package factory.integration.benchmarks.report;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Latencies in nanoseconds, told in milliseconds. */
public final class Latencies {

  private static final double NANOS_PER_MILLI = 1e6;

  private final Histogram histogram = new Histogram(3);

  /** Adds one; what came before it was counted from, as an arrival before its 202, counts as 0. */
  void add(long nanos) {
    histogram.recordValue(Math.max(0, nanos));
  }

  public double millisAt(double percentile) {
    return histogram.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
  }

  public long count() {
    return histogram.getTotalCount();
  }

  /** {@code p50 / p95 / p99 / max}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.2f / %.2f / %.2f / %.1f ms",
        millisAt(50),
        millisAt(95),
        millisAt(99),
        millisAt(100));
  }
}
