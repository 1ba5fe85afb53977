package factory.integration.benchmarks.scenario;

import factory.integration.benchmarks.report.Costs;
import factory.integration.benchmarks.report.Table;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the platform costs while nothing happens, after it had something to do. */
final class Idle implements Scenario {

  private static final int RATE = 100;

  @Override
  public Result run(Bench bench, Options options) throws IOException, InterruptedException {
    int seconds = options.seconds(60);
    bench.subscribe();
    bench.warmUp(Load.open(options, RATE, 5));
    TimeUnit.SECONDS.sleep(options.number("warmup", 15));
    Costs before = bench.costs();
    TimeUnit.SECONDS.sleep(seconds);
    Costs idle = bench.costs().since(before);
    double share = 100.0 * idle.platform().cpuNanos() / idle.nanos();
    Table table =
        new Table("idle: %d s".formatted(seconds))
            .row("platform", "%.2f %% of a core", share)
            .row("written", "%d bytes", idle.platform().writtenBytes())
            .row("peak memory (RSS)", "%d MiB", idle.platform().peakRssBytes() >> 20);
    return new Result(List.of(table), false);
  }
}
