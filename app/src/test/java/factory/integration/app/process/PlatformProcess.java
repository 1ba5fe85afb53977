package factory.integration.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The packaged jar on ports and a data directory that it keeps over restarts. What it prints goes
 * to {@code target/platform-logs}, which outlives the test.
 */
final class PlatformProcess implements AutoCloseable {

  private static final String ADMIN_KEY = "process-test-key";
  private static final Duration START = Duration.ofSeconds(60);
  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx400m", "-Xshare:auto");

  private final Path directory;
  private final List<String> settings;
  private final int port = freePort();
  private final int busPort = freePort();
  private @Nullable Process process;

  PlatformProcess(Path directory, String... settings) {
    this.directory = directory;
    this.settings = List.of(settings);
  }

  /** A platform that is up, on an empty data directory. */
  static PlatformProcess started(Path directory, String... settings) {
    PlatformProcess platform = new PlatformProcess(directory, settings);
    platform.start();
    return platform;
  }

  ApiClient api() {
    return new ApiClient(port, ADMIN_KEY);
  }

  /** A client with another key than the admin's. */
  ApiClient withKey(String key) {
    return new ApiClient(port, key);
  }

  /** Starts it on the data that are there and waits until it is ready. */
  void start() {
    try {
      process = builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ApiClient api = api();
    await("readiness; see " + log())
        .atMost(START)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> exited() || api.isReady());
    assertThat(exited()).as("the platform ended at start; see %s", log()).isFalse();
  }

  /** Lets it do what the settings ask for and end; answers its exit code. */
  int run(String... more) {
    try {
      ProcessBuilder builder = builder();
      builder.command().addAll(List.of(more));
      process = builder.start();
      return end(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code kill -9}. */
  void kill() {
    end(running().destroyForcibly());
  }

  /** As {@code kill}: the platform may finish what it does. */
  void askToEnd() {
    running().destroy();
  }

  void awaitEnd() {
    end(running());
  }

  /** As {@code kill -STOP}: no instruction runs until {@link #resume}. */
  void pause() {
    signal("STOP");
  }

  void resume() {
    signal("CONT");
  }

  /** Where all that it printed since its first start is found. */
  Path log() {
    return Path.of("target", "platform-logs", directory.getFileName() + ".log").toAbsolutePath();
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
      end(process);
    }
  }

  private ProcessBuilder builder() throws IOException {
    Path jar = Path.of(System.getProperty("platform.jar", "target/app.jar")).toAbsolutePath();
    assertThat(jar).as("the packaged platform").isRegularFile();
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(QUICK_START);
    command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port));
    command.add("--platform.data-dir=" + Files.createDirectories(directory.resolve("data")));
    command.add("--platform.bus.embedded.port=" + busPort);
    command.addAll(settings);
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("PLATFORM_ADMIN_KEY", ADMIN_KEY);
    builder.redirectErrorStream(true);
    Files.createDirectories(log().getParent());
    return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
  }

  private Process running() {
    assertThat(process).as("a started platform").isNotNull();
    return process;
  }

  private boolean exited() {
    return !running().isAlive();
  }

  private int end(Process ending) {
    try {
      assertThat(ending.waitFor(60, TimeUnit.SECONDS)).as("it ended; see %s", log()).isTrue();
      return ending.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void signal(String name) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + name, "" + running().pid()).start();
      assertThat(end(kill)).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
