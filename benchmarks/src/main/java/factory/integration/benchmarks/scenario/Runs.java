package factory.integration.benchmarks.scenario;

import factory.integration.benchmarks.platform.Platform;
import factory.integration.benchmarks.platform.PlatformProcess;
import factory.integration.benchmarks.platform.Store;
import factory.integration.benchmarks.report.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs a scenario by name, on an empty platform, and prints its tables. */
public final class Runs {

  private static final Map<String, Scenario> SCENARIOS =
      Map.of(
          "steady", new Steady(),
          "max", new Max(),
          "fanout", new FanOut(),
          "hang", new Hang(),
          "grow", new Grow(),
          "idle", new Idle(),
          "inbound", new Inbound(),
          "runs", new ProviderRuns());

  private final PrintStream out;

  public Runs(PrintStream out) {
    this.out = out;
  }

  /** The names that can be asked for. */
  public static List<String> names() {
    return SCENARIOS.keySet().stream().sorted().toList();
  }

  /** Starts the packaged platform, runs and prints. False when something accepted never arrived. */
  public boolean run(Options options) throws IOException, InterruptedException {
    Scenario scenario = scenarioOf(options);
    Path directory = Files.createTempDirectory(options.directory(), "benchmark-");
    out.println(Machine.describe() + "\n" + "platform started with " + jvm(options, directory));
    try (Store store = options.store();
        PlatformProcess platform = start(options, directory, store)) {
      out.printf("platform ready after %d ms%n%n", platform.startTook().toMillis());
      return run(scenario, options, platform, directory);
    } finally {
      cleanUp(options, directory);
    }
  }

  private PlatformProcess start(Options options, Path directory, Store store)
      throws IOException, InterruptedException {
    out.println(store.describe());
    return PlatformProcess.start(options.app(), directory, store, jvm(options, directory));
  }

  /** Runs against a platform that is up already, which is closed in the end. */
  boolean run(Scenario scenario, Options options, Platform platform, Path directory)
      throws IOException, InterruptedException {
    try (Bench bench = new Bench(platform, directory, scenario.endpoints(options))) {
      Scenario.Result result = scenario.run(bench, options);
      for (Table table : result.tables()) {
        out.println(table);
      }
      return !result.lostSomething();
    }
  }

  static Scenario scenarioOf(Options options) {
    @Nullable Scenario scenario = SCENARIOS.get(options.scenario());
    if (scenario == null) {
      throw new IllegalArgumentException(
          "no scenario " + options.scenario() + ": take one of " + names());
    }
    return scenario;
  }

  private static List<String> jvm(Options options, Path directory) {
    List<String> jvm = new ArrayList<>(options.jvm());
    if (options.profile()) {
      Path recording = directory.resolve(options.scenario() + ".jfr");
      jvm.add("-XX:FlightRecorderOptions=stackdepth=256");
      jvm.add(
          "-XX:StartFlightRecording=settings=profile,jdk.CPUTimeSample#enabled=true,"
              + "dumponexit=true,filename="
              + recording);
    }
    return jvm;
  }

  /** Data of a scenario are large: only a profile and the log are worth keeping. */
  private void cleanUp(Options options, Path directory) throws IOException {
    Path data = directory.resolve("data");
    if (Files.exists(data)) {
      try (Stream<Path> files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    out.println("log" + (options.profile() ? " and recording" : "") + " in " + directory);
  }
}
