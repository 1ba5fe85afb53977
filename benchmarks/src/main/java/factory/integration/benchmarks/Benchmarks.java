package factory.integration.benchmarks;

import factory.integration.benchmarks.scenario.Options;
import factory.integration.benchmarks.scenario.Runs;
import java.io.IOException;

/** The command: {@code java -jar benchmarks.jar <scenario> [--option=value …]}. */
public final class Benchmarks {

  private static final int LOST = 1;
  private static final int USAGE = 2;

  private Benchmarks() {}

  /** Exits with 0 when all that was accepted arrived, 1 when not, 2 when not understood. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 0) {
      System.err.println("usage: benchmarks <scenario> [--option=value …], one of " + Runs.names());
      System.exit(USAGE);
    }
    try {
      boolean complete = new Runs(System.out).run(Options.parse(arguments));
      System.exit(complete ? 0 : LOST);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(USAGE);
    }
  }
}
