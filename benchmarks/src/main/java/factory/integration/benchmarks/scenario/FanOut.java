package factory.integration.benchmarks.scenario;

import factory.integration.benchmarks.report.Measurement;
import java.io.IOException;
import java.util.List;

/** Each event goes to many endpoints. */
final class FanOut implements Scenario {

  @Override
  public int endpoints(Options options) {
    return options.number("endpoints", 100);
  }

  @Override
  public Result run(Bench bench, Options options) throws IOException, InterruptedException {
    int rate = options.number("rate", 20);
    int seconds = options.seconds(60);
    bench.subscribe();
    bench.warmUp(Load.open(options, rate, options.warmupSeconds()));
    Measurement measured = bench.measure(Load.open(options, rate, seconds));
    String title =
        "fanout: %d events/s to %d endpoints for %d s".formatted(rate, endpoints(options), seconds);
    return new Result(List.of(measured.table(title)), measured.lostSomething());
  }
}
