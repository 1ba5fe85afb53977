package factory.integration.app.process;

import static org.awaitility.Awaitility.await;

import com.azure.servicebus.jms.ConnectionStringBuilder;
import com.azure.servicebus.jms.ServiceBusJmsConnectionFactory;
import com.azure.servicebus.jms.ServiceBusJmsConnectionFactorySettings;
import factory.integration.adapter.servicebus.embedded.EmbeddedBroker;
import factory.integration.adapter.servicebus.embedded.EmbeddedBrokerProperties;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A bus in a process of its own, which keeps port and data over restarts. */
final class BrokerProcess {

  private final Path directory;
  private final int port = freePort();
  private @Nullable Process process;

  BrokerProcess(Path directory) {
    this.directory = directory.resolve("broker");
  }

  /** The process: a broker until its end. */
  public static void main(String... arguments) throws InterruptedException {
    EmbeddedBroker broker =
        new EmbeddedBroker(
            Path.of(arguments[0]),
            new EmbeddedBrokerProperties(
                "127.0.0.1", Integer.parseInt(arguments[1]), DataSize.ofMegabytes(100)),
            Clock.systemUTC());
    broker.start();
    Thread.currentThread().join();
  }

  void start() {
    try {
      Files.createDirectories(directory);
      process =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElse("java"),
                  "-Dio.netty.noUnsafe=false",
                  "-cp",
                  System.getProperty("java.class.path"),
                  BrokerProcess.class.getName(),
                  directory.toString(),
                  Integer.toString(port))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await("the broker; see " + directory.resolve("log"))
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(
            () -> {
              connect().close();
              return true;
            });
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  /** What makes a platform use this bus in place of its own. */
  String[] settings() throws IOException {
    List<String> trust =
        trust().entrySet().stream()
            .map(it -> "--platform.bus.options[%s]=%s".formatted(it.getKey(), it.getValue()))
            .toList();
    return new String[] {
      "--platform.bus.mode=servicebus",
      "--platform.bus.connection-string=" + connectionString(),
      trust.get(0),
      trust.get(1),
      trust.get(2)
    };
  }

  Connection connect() throws JMSException, IOException {
    var parts = new ConnectionStringBuilder(connectionString());
    Map<String, String> options = new HashMap<>(trust());
    options.put("jms.validatePropertyNames", "false");
    var settings = new ServiceBusJmsConnectionFactorySettings(options);
    settings.setShouldReconnect(false);
    return new ServiceBusJmsConnectionFactory(
            parts.getSasKeyName(), parts.getSasKey(), "localhost:" + port, settings)
        .createConnection();
  }

  private Map<String, String> trust() throws IOException {
    return Map.of(
        "transport.trustStoreLocation", directory.resolve("bus-truststore.p12").toString(),
        "transport.trustStorePassword", new ConnectionStringBuilder(connectionString()).getSasKey(),
        "transport.trustStoreType", "PKCS12");
  }

  private String connectionString() throws IOException {
    return Files.readString(directory.resolve("bus-connection-string")).strip();
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
