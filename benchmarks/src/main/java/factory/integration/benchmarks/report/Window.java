package factory.integration.benchmarks.report;

/** The events of one load: sequence numbers {@code first} to {@code end - 1}, and its time. */
public record Window(int first, int end, long startNanos, long stopNanos) {

  public int events() {
    return end - first;
  }

  public double seconds() {
    return (stopNanos - startNanos) / 1e9;
  }

  boolean contains(long nanos) {
    return nanos >= startNanos && nanos <= stopNanos;
  }
}
