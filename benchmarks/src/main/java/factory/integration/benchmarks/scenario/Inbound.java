package factory.integration.benchmarks.scenario;

import factory.integration.benchmarks.report.Measurement;
import java.io.IOException;
import java.util.List;

/** Vendors' signed webhooks on schedule, each of which goes on to an endpoint. */
final class Inbound implements Scenario {

  @Override
  public Result run(Bench bench, Options options) throws IOException, InterruptedException {
    int rate = options.number("rate", 1_000);
    int seconds = options.seconds(60);
    bench.subscribe();
    String source = bench.createSource();
    bench.warmUp(Load.open(options, rate, options.warmupSeconds()).toSource(source));
    Measurement measured = bench.measure(Load.open(options, rate, seconds).toSource(source));
    String title = "inbound: %d webhooks/s for %d s, one endpoint".formatted(rate, seconds);
    return new Result(List.of(measured.table(title)), measured.lostSomething());
  }
}
