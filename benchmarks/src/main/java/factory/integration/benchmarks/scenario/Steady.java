package factory.integration.benchmarks.scenario;

import factory.integration.benchmarks.report.Measurement;
import java.io.IOException;
import java.util.List;

/** A load that the platform carries with ease: what latencies are like day in, day out. */
final class Steady implements Scenario {

  @Override
  public Result run(Bench bench, Options options) throws IOException, InterruptedException {
    int rate = options.number("rate", 1_000);
    int seconds = options.seconds(60);
    bench.subscribe();
    bench.warmUp(Load.open(options, rate, options.warmupSeconds()));
    Measurement measured = bench.measure(Load.open(options, rate, seconds));
    String title = "steady: %d events/s for %d s, one endpoint".formatted(rate, seconds);
    return new Result(List.of(measured.table(title)), measured.lostSomething());
  }
}
