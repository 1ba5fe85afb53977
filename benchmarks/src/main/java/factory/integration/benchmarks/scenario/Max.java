package factory.integration.benchmarks.scenario;

import factory.integration.benchmarks.report.Measurement;
import java.io.IOException;
import java.util.List;

/** As much as the platform takes from a fixed number of connections. */
final class Max implements Scenario {

  @Override
  public Result run(Bench bench, Options options) throws IOException, InterruptedException {
    int seconds = options.seconds(60);
    bench.subscribe();
    bench.warmUp(Load.closed(options, Integer.MAX_VALUE, options.warmupSeconds()));
    Load load = Load.closed(options, Integer.MAX_VALUE, seconds);
    Measurement measured = bench.measure(load);
    String title = "max: %d connections for %d s".formatted(load.connections(), seconds);
    return new Result(List.of(measured.table(title)), measured.lostSomething());
  }
}
