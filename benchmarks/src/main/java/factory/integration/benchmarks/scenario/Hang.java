package factory.integration.benchmarks.scenario;

import factory.integration.benchmarks.report.Latencies;
import factory.integration.benchmarks.report.Measurement;
import factory.integration.benchmarks.report.Table;
import java.io.IOException;
import java.util.List;

/** One endpoint never answers and has much due: what the others notice of it. */
final class Hang implements Scenario {

  private static final int LONGEST_FILL_SECONDS = 120;

  @Override
  public Result run(Bench bench, Options options) throws IOException, InterruptedException {
    int rate = options.number("rate", 200);
    int seconds = options.seconds(30);
    int due = options.number("due", 10_000);
    bench.subscribe();
    bench.subscribeHanging();
    bench.warmUp(Load.open(options, rate, options.warmupSeconds()));
    Measurement before = bench.measure(Load.open(options, rate, seconds));
    bench.fill(Load.closed(options, due, LONGEST_FILL_SECONDS).toHanging());
    Measurement during = bench.measure(Load.open(options, rate, seconds));
    return new Result(
        List.of(
            before.table("hang: %d events/s before".formatted(rate)),
            during.table("hang: %d events/s with %d due that hang".formatted(rate, due)),
            ratios(before, during)),
        before.lostSomething() || during.lostSomething());
  }

  private static Table ratios(Measurement before, Measurement during) {
    return new Table("hang: p95 with the hanging endpoint over p95 before")
        .row("accept", "%.2f", ratio(before.figures().accept(), during.figures().accept()))
        .row(
            "intended → sink",
            "%.2f",
            ratio(before.figures().publishToSink(), during.figures().publishToSink()));
  }

  private static double ratio(Latencies before, Latencies during) {
    return during.millisAt(95) / before.millisAt(95);
  }
}
