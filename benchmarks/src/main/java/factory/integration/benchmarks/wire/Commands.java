package factory.integration.benchmarks.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The line protocol between the conductor and its processes: {@code word name=value name=value},
 * answered by one line. The end of the input ends the process, so none outlives its conductor.
 */
public final class Commands {

  private Commands() {}

  /** A command's word and its named values. */
  public record Command(String word, Map<String, String> values) {

    /** Reads a line such as {@code open rate=1000 count=60000}. */
    public static Command parse(String line) {
      String[] parts = line.strip().split(" ");
      return new Command(
          parts[0],
          Stream.of(parts)
              .skip(1)
              .map(part -> part.split("=", 2))
              .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1])));
    }

    /** A value that must be there. */
    public String text(String name) {
      String value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException(word + " needs " + name + "=…");
      }
      return value;
    }

    public long number(String name) {
      return Long.parseLong(text(name));
    }
  }

  /** Answers a command with a line. */
  public interface Answering {
    String answer(Command command) throws IOException;
  }

  /** Answers commands from the input until it ends; {@code clock} tells this process's time. */
  public static void serve(InputStream in, PrintStream out, Answering answering)
      throws IOException {
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Command command = Command.parse(line);
      out.println(
          command.word().equals("clock")
              ? "clock nanos=" + System.nanoTime()
              : answering.answer(command));
      out.flush();
    }
  }
}
