package factory.integration.benchmarks.scenario;

import factory.integration.benchmarks.report.Table;
import java.io.IOException;
import java.util.List;

/** One thing to measure, against a platform that holds nothing yet. */
interface Scenario {

  /** Endpoints that each published event is delivered to. */
  default int endpoints(Options options) {
    return 1;
  }

  Result run(Bench bench, Options options) throws IOException, InterruptedException;

  /** What to print, and whether anything accepted never arrived. */
  record Result(List<Table> tables, boolean lostSomething) {}
}
