package factory.integration.benchmarks.wire;

import factory.integration.benchmarks.wire.Commands.Command;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process of this program that answers commands over its standard streams. */
public final class ChildProcess implements AutoCloseable {

  private static final List<String> JVM =
      List.of("-XX:+UseSerialGC", "-Xms64m", "-Xmx768m", "-XX:-UsePerfData");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String name;
  private final Process process;
  private final PrintStream commands;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

  private ChildProcess(String name, Process process) {
    this.name = name;
    this.process = process;
    this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    Thread.ofPlatform().daemon().name(name + "-answers").start(this::collectAnswers);
  }

  /** Starts a main class of this class path with the Java that runs this program. */
  public static ChildProcess start(
      String name, Class<?> main, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(javaCommand());
    command.addAll(JVM);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    return new ChildProcess(name, builder.start());
  }

  /** The {@code java} that runs this program. */
  public static String javaCommand() {
    return System.getProperty("java.home") + "/bin/java";
  }

  public long pid() {
    return process.pid();
  }

  /** Sends a command and waits half a minute at most for its answer. */
  public Command ask(String command) {
    return ask(command, PATIENCE);
  }

  /** Sends a command and waits for its answer, not longer than told. */
  public Command ask(String command, Duration patience) {
    commands.println(command);
    Command answer = nextAnswer(patience);
    if (answer.word().equals("failed")) {
      throw new IllegalStateException("the " + name + " failed: " + answer.text("reason"));
    }
    return answer;
  }

  /** Waits for a line that was not asked for, such as the first one. */
  public Command nextAnswer(Duration patience) {
    try {
      String answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (answer == null) {
        throw new IllegalStateException("the " + name + " did not answer within " + patience);
      }
      return Command.parse(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the " + name, e);
    }
  }

  /** Fails unless the process's monotonic clock is ours, as it is on one Linux machine. */
  public void requireSharedClock() {
    long before = System.nanoTime();
    long theirs = ask("clock").number("nanos");
    long after = System.nanoTime();
    if (theirs < before || theirs > after) {
      throw new IllegalStateException(
          "the %s's monotonic clock differs from ours (%d is not within %d and %d): latencies"
                  .formatted(name, theirs, before, after)
              + " between processes can't be measured here");
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void collectAnswers() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(answers::add);
    } catch (IOException | UncheckedIOException e) {
      answers.add("failed reason=" + e.getClass().getSimpleName());
    }
  }
}
