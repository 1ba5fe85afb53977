package factory.integration.app.api;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program in another language, with another AMQP library, that reads a topic. Where Node.js or
 * npm is missing or finds no registry, tests that need it are skipped and say so.
 */
final class ForeignClient implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path SOURCES = Path.of("src", "test", "node");
  private static final Path INSTALLED = Path.of("target", "node");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  private ForeignClient(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::collect);
  }

  static ForeignClient reading(Path dataDirectory, String topic) throws IOException {
    install();
    ForeignClient client =
        new ForeignClient(
            new ProcessBuilder("node", "read.js", dataDirectory.toAbsolutePath().toString(), topic)
                .directory(INSTALLED.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    Tenant.until(() -> client.lines, lines -> lines.contains("ready"));
    return client;
  }

  /** Waits for a message in which that text stands. */
  JsonNode await(String text) {
    String line =
        Tenant.until(
            () -> lines.stream().filter(it -> it.contains(text)).findAny().orElse(""),
            found -> !found.isEmpty());
    return JSON.readTree(line);
  }

  @Override
  public void close() {
    process.destroy();
  }

  private void collect() {
    try (BufferedReader output = process.inputReader()) {
      output.lines().forEach(lines::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The versions are those of the lock file. */
  private static void install() throws IOException {
    Files.createDirectories(INSTALLED);
    for (File file : SOURCES.toFile().listFiles()) {
      Files.copy(
          file.toPath(), INSTALLED.resolve(file.getName()), StandardCopyOption.REPLACE_EXISTING);
    }
    skipUnless("node --version", "Node.js is not installed");
    skipUnless("npm --version", "npm is not installed");
    skipUnless("npm ci --no-audit --no-fund", "npm could not install rhea");
  }

  private static void skipUnless(String command, String reason) {
    boolean works;
    try {
      Process process =
          new ProcessBuilder(command.split(" "))
              .directory(INSTALLED.toFile())
              .redirectErrorStream(true)
              .redirectOutput(INSTALLED.resolve("npm.log").toFile())
              .start();
      works =
          process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      works = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      works = false;
    }
    Assumptions.assumeTrue(works, reason + ", so nobody foreign reads the topic");
  }
}
