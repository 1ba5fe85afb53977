package factory.integration.benchmarks.platform;

import factory.integration.benchmarks.wire.ChildProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The packaged jar, started on free loopback ports and a data directory of its own. */
public final class PlatformProcess implements Platform {

  private static final Duration START = Duration.ofSeconds(60);
  private static final long STOP_SECONDS = 60;

  private final Process process;
  private final int port;
  private final String apiKey;
  private final Duration startTook;

  private PlatformProcess(Process process, int port, String apiKey, long startedNanos)
      throws InterruptedException {
    this.process = process;
    this.port = port;
    this.apiKey = apiKey;
    awaitReady();
    this.startTook = Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  /**
   * Starts the jar and waits until it is ready, a minute at most.
   *
   * @param directory takes the data, the log {@code platform.log} and recordings
   * @param jvm further options for the platform's JVM
   */
  public static PlatformProcess start(Path jar, Path directory, Store store, List<String> jvm)
      throws IOException, InterruptedException {
    if (!Files.isRegularFile(jar)) {
      throw new IllegalArgumentException(
          "no platform at " + jar + ": build it with mvn -DskipTests package, or name it by --app");
    }
    int port = freePort();
    String apiKey = "bench-" + UUID.randomUUID();
    List<String> command = new ArrayList<>();
    command.add(ChildProcess.javaCommand());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(jvm);
    command.addAll(List.of("-jar", jar.toString()));
    command.add("--server.port=" + port);
    command.add("--platform.data-dir=" + directory.resolve("data"));
    command.add("--platform.bus.embedded.port=" + freePort());
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.redirectErrorStream(true).redirectOutput(directory.resolve("platform.log").toFile());
    builder.environment().put("PLATFORM_ADMIN_KEY", apiKey);
    builder.environment().putAll(store.environment());
    long started = System.nanoTime();
    return new PlatformProcess(builder.start(), port, apiKey, started);
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String apiKey() {
    return apiKey;
  }

  /** From the start of the process until it said it is ready. */
  public Duration startTook() {
    return startTook;
  }

  /** Ends it as an operator would, so that recordings are written; by force after a minute. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() throws InterruptedException {
    ManagementApi api = api();
    long deadline = System.nanoTime() + START.toNanos();
    while (!api.isReady()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new IllegalStateException("the platform did not get ready: see its platform.log");
      }
      Thread.sleep(20);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
