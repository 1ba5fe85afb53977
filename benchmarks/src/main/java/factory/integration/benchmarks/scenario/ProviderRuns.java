package factory.integration.benchmarks.scenario;

import factory.integration.benchmarks.report.Measurement;
import java.io.IOException;
import java.util.List;

/** Runs of an operation on schedule, each of which calls a provider that answers at once. */
final class ProviderRuns implements Scenario {

  @Override
  public Result run(Bench bench, Options options) throws IOException, InterruptedException {
    int rate = options.number("rate", 500);
    int seconds = options.seconds(60);
    String connection = bench.connect();
    bench.warmUp(Load.open(options, rate, options.warmupSeconds()).toConnection(connection));
    Measurement measured =
        bench.measure(Load.open(options, rate, seconds).toConnection(connection));
    String title = "runs: %d runs/s for %d s, one connection".formatted(rate, seconds);
    return new Result(List.of(measured.table(title)), measured.lostSomething());
  }
}
