package factory.integration.benchmarks.report;

/** The events of one load: sequence numbers {@code first} to {@code end - 1}, and its start. */
public record Window(int first, int end, long startNanos) {

  public int events() {
    return end - first;
  }
}
