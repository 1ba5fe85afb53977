package factory.integration.benchmarks.load;

import factory.integration.benchmarks.wire.Commands;
import factory.integration.benchmarks.wire.Commands.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The generator's main class. Answers {@code open rate= count=}, {@code closed count= seconds=} and
 * {@code journal}; both loads also take {@code connections= payload= type=}, and {@code source=}
 * for calling an inbound source or {@code connection=} for running an operation.
 */
public final class GeneratorProcess {

  /** The variable of the environment that holds the API key. */
  public static final String KEY = "BENCHMARK_API_KEY";

  private final Target target;
  private final Journal journal = new Journal();

  GeneratorProcess(Target target) {
    this.target = target;
  }

  /** Publishes to the loopback port {@code args[0]} with the key of the environment. */
  public static void main(String[] args) throws IOException {
    Target target = new Target(Integer.parseInt(args[0]), System.getenv(KEY));
    GeneratorProcess generator = new GeneratorProcess(target);
    System.out.println("ready");
    Commands.serve(System.in, System.out, generator::answer);
  }

  private String answer(Command command) throws IOException {
    return switch (command.word()) {
      case "open", "closed" -> load(command);
      case "journal" -> {
        journal.writeTo(Path.of(command.text("intended")), Path.of(command.text("accepted")));
        yield "written " + journal.counts();
      }
      default -> "unknown";
    };
  }

  private String load(Command command) throws IOException {
    RequestTemplate template = template(command);
    int count = (int) command.number("connections");
    Journal.Counts before = journal.counts();
    try (Connections connections = new Connections(target, template, count, journal)) {
      long start = System.nanoTime();
      run(command, connections, start);
      journal.giveUpUnanswered();
      return "done first=%d end=%d start=%d %s"
          .formatted(before.sent(), journal.next(), start, journal.counts().since(before));
    } catch (UncheckedIOException | IllegalStateException e) {
      return "failed reason=" + String.valueOf(e.getMessage()).replace(' ', '_');
    }
  }

  private RequestTemplate template(Command command) {
    int payload = (int) command.number("payload");
    if (command.values().containsKey("connection")) {
      return RequestTemplate.run(target, payload, command.text("connection"));
    }
    return command.values().containsKey("source")
        ? RequestTemplate.vendor(target, payload, command.text("source"))
        : RequestTemplate.publishing(target, payload, command.text("type"));
  }

  private void run(Command command, Connections connections, long start) throws IOException {
    if (command.word().equals("closed")) {
      new ClosedLoad(connections, journal).run(command.number("count"), command.number("seconds"));
      return;
    }
    try {
      new OpenLoad(connections, journal)
          .run(new OpenSchedule(start, command.number("rate")), command.number("count"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
