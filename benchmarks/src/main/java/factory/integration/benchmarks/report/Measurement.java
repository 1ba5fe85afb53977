package factory.integration.benchmarks.report;

import factory.integration.benchmarks.platform.StoreCosts;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One measured load.
 *
 * @param loaded costs from the load's start to its end
 * @param complete costs from the load's start until all was delivered and the views had caught up
 * @param duplicates deliveries that the sink got more than once
 * @param reconnects connections of the generator that the platform closed
 * @param viewsSeconds from the end of the load until the processors had nothing left to do
 * @param worstLag by processor, in events
 */
public record Measurement(
    Figures figures,
    Costs loaded,
    Costs complete,
    long duplicates,
    long reconnects,
    double viewsSeconds,
    Map<String, Long> worstLag) {

  private static final double MEBIBYTE = 1024.0 * 1024;

  /** The table of this measurement. */
  public Table table(String title) {
    Table table = new Table(title);
    addRates(table);
    addLatencies(table);
    addCosts(table);
    addStoreCosts(table);
    new TreeMap<>(worstLag)
        .forEach((name, lag) -> table.row("worst lag of " + name, "%d events", lag));
    return table;
  }

  /** Whether anything accepted never arrived. */
  public boolean lostSomething() {
    return figures.lost() > 0;
  }

  private void addRates(Table table) {
    table
        .row("offered", "%.0f/s", figures.offeredPerSecond())
        .row("accepted", "%.0f/s", figures.acceptedPerSecond())
        .row("delivered while loaded", "%.0f/s", figures.deliveredPerSecond())
        .row("delivered until drained", "%.0f/s", figures.completedPerSecond())
        .row("drain", "%.2f s", figures.drainSeconds())
        .row("views caught up after", "%.2f s", viewsSeconds)
        .row("not accepted", "%d", figures.notAccepted())
        .row("lost", "%d", figures.lost())
        .row("duplicates", "%d", duplicates)
        .row("connections closed by the platform", "%d", reconnects);
  }

  private void addLatencies(Table table) {
    String quantiles = " p50 / p95 / p99 / max";
    table
        .row("accept" + quantiles, "%s", figures.accept())
        .row("intended → sink" + quantiles, "%s", figures.publishToSink())
        .row("202 → sink" + quantiles, "%s", figures.acceptedToSink());
  }

  private void addCosts(Table table) {
    int delivered = Math.max(1, figures.delivered());
    table
        .row("CPU per delivery", "%.3f ms", complete.platform().cpuNanos() / 1e6 / delivered)
        .row("written per delivery", "%d bytes", complete.platform().writtenBytes() / delivered)
        .row("peak memory (RSS)", "%.0f MiB", loaded.platform().peakRssBytes() / MEBIBYTE)
        .row("platform", "%.2f cores", loaded.cores(loaded.platform().cpuNanos()))
        .row("sink", "%.2f cores", loaded.cores(loaded.sinkCpuNanos()))
        .row("generator", "%.2f cores", loaded.cores(loaded.generatorCpuNanos()));
  }

  private void addStoreCosts(Table table) {
    StoreCosts store = complete.store();
    if (store.awaited() == 0) {
      return;
    }
    double delivered = Math.max(1, figures.delivered());
    table.row("documents written per delivery", "%.3f", store.written() / delivered);
    store
        .documents()
        .forEach((name, kinds) -> table.row("  in " + name, "%s", each(kinds, delivered)));
    table.row("round trips per delivery", "%.3f", store.awaited() / delivered);
    store
        .roundTrips()
        .forEach((name, commands) -> table.row("  to " + name, "%s", each(commands, delivered)));
  }

  private static String each(Map<String, Long> counts, double delivered) {
    return counts.entrySet().stream()
        .map(it -> String.format(Locale.ROOT, "%s %.3f", it.getKey(), it.getValue() / delivered))
        .collect(Collectors.joining(", "));
  }
}
