package factory.integration.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;

/** A store in a process of its own. It keeps nothing over its end, so it can only be paused. */
final class StoreProcess implements AutoCloseable {

  private final int port = freePort();
  private final Process process;

  StoreProcess(Path directory) {
    try {
      process =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElse("java"),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  StoreProcess.class.getName(),
                  Integer.toString(port))
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("store.log").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await("the store").atMost(Duration.ofSeconds(30)).until(this::answers);
  }

  /** The process: a store until its end. */
  public static void main(String... arguments) throws InterruptedException {
    new MongoServer(new MemoryBackend()).bind("127.0.0.1", Integer.parseInt(arguments[0]));
    Thread.currentThread().join();
  }

  int port() {
    return port;
  }

  /** As {@code kill -STOP}: connections stay, and nobody answers. */
  void pause() {
    signal("STOP");
  }

  void resume() {
    signal("CONT");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException _) {
      return false;
    }
  }

  private void signal(String name) {
    try {
      assertThat(new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor())
          .isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
