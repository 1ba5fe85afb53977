package factory.integration.benchmarks.report;

import factory.integration.benchmarks.platform.Platform;
import factory.integration.benchmarks.platform.StoreCosts;
import factory.integration.benchmarks.platform.Usage;

/** What the three processes have used at one moment, or between two of them. */
public record Costs(
    long nanos, Usage platform, long sinkCpuNanos, long generatorCpuNanos, StoreCosts store) {

  /** Reads {@code /proc} for the three, and the platform's metrics. */
  public static Costs now(Platform platform, long sinkPid, long generatorPid) {
    return new Costs(
        System.nanoTime(),
        Usage.of(platform.pid()),
        Usage.of(sinkPid).cpuNanos(),
        Usage.of(generatorPid).cpuNanos(),
        StoreCosts.of(platform.api().metrics()));
  }

  /** What was used since the earlier moment; the peak of memory stays that since the start. */
  public Costs since(Costs earlier) {
    return new Costs(
        nanos - earlier.nanos,
        new Usage(
            platform.cpuNanos() - earlier.platform.cpuNanos(),
            platform.writtenBytes() - earlier.platform.writtenBytes(),
            platform.peakRssBytes()),
        sinkCpuNanos - earlier.sinkCpuNanos,
        generatorCpuNanos - earlier.generatorCpuNanos,
        store.since(earlier.store));
  }

  /** The share of one core that a process had, 1.0 being one core all the time. */
  double cores(long cpuNanos) {
    return (double) cpuNanos / nanos;
  }
}
