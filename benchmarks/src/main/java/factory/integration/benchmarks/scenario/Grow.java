package factory.integration.benchmarks.scenario;

import factory.integration.benchmarks.report.Measurement;
import factory.integration.benchmarks.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the platform takes when it holds ten thousand, a hundred thousand, a million deliveries. */
final class Grow implements Scenario {

  private static final List<Integer> MARKS = List.of(10_000, 100_000, 1_000_000);
  private static final int LONGEST_FILL_SECONDS = 1_800;

  @Override
  public Result run(Bench bench, Options options) throws IOException, InterruptedException {
    int until = options.number("until", 1_000_000);
    int seconds = options.seconds(20);
    List<Table> tables = new ArrayList<>();
    Table summary = new Table("grow: delivered per second by what is stored");
    boolean lost = false;
    int stored = 0;
    bench.subscribe();
    for (int mark : MARKS.stream().filter(mark -> mark <= until).toList()) {
      int missing = Math.max(1, mark - stored);
      Load.Done filled = bench.warmUp(Load.closed(options, missing, LONGEST_FILL_SECONDS));
      Measurement measured = bench.measure(Load.closed(options, Integer.MAX_VALUE, seconds));
      stored = filled.window().end() + measured.figures().delivered();
      lost |= measured.lostSomething();
      tables.add(measured.table("grow: %d s with %d stored".formatted(seconds, mark)));
      summary.row(Integer.toString(mark), "%.0f/s", measured.figures().completedPerSecond());
    }
    tables.add(summary);
    return new Result(tables, lost);
  }
}
