package factory.integration.benchmarks.sink;

import factory.integration.benchmarks.wire.Commands;
import factory.integration.benchmarks.wire.Commands.Command;
import java.io.IOException;
import java.nio.file.Path;

/** The sink's main class: says its ports, then answers {@code count} and {@code journal}. */
public final class SinkProcess {

  private SinkProcess() {}

  /** Serves {@code args[0]} endpoints until its standard input ends. */
  public static void main(String[] args) throws IOException {
    Arrivals arrivals = new Arrivals(Integer.parseInt(args[0]));
    try (SinkServer server = new SinkServer(arrivals)) {
      Thread.ofPlatform().daemon().name("sink").start(server::run);
      System.out.println("ports main=" + server.port() + " hanging=" + server.hangingPort());
      Commands.serve(System.in, System.out, command -> answer(command, arrivals));
    }
  }

  private static String answer(Command command, Arrivals arrivals) throws IOException {
    return switch (command.word()) {
      case "count" -> arrivals.summary();
      case "journal" -> {
        arrivals.writeTo(Path.of(command.text("file")));
        yield arrivals.summary();
      }
      default -> "unknown";
    };
  }
}
