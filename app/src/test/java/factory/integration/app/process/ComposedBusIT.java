package factory.integration.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether the platform publishes to a broker with the configuration, the certificate and the
 * settings that the compose file gives to both.
 */
class ComposedBusIT {

  private static final Path OPS = Path.of("..", "ops").toAbsolutePath().normalize();
  private static final String TOPIC = "factory.integration.webhooks";

  private final Sink sink = new Sink();

  @AfterEach
  void stop() {
    sink.close();
  }

  @Test
  void publishesToTheComposedBroker(@TempDir Path directory) throws Exception {
    int port = freePort();
    prepare(directory, port);
    EmbeddedActiveMQ broker = broker(directory, port);
    broker.start();
    try (PlatformProcess platform = platform(directory)) {
      broker.getActiveMQServer().createQueue(subscription());
      platform.start();
      platform
          .api()
          .subscribe(Map.of("url", sink.url("/composed"), "eventTypes", List.of("orderCreated")));
      platform.api().publish(Map.of("eventType", "orderCreated", "data", Map.of("id", "o-1")));
      await("WebhookSubscribed and WebhookDelivered")
          .atMost(Duration.ofSeconds(30))
          .until(() -> broker.getActiveMQServer().locateQueue("subscriber").getMessageCount() == 2);
    } finally {
      broker.stop();
    }
  }

  private static PlatformProcess platform(Path directory) {
    return new PlatformProcess(
        directory,
        "--platform.bus.mode=servicebus",
        "--spring.config.additional-location=file:"
            + directory.resolve("platform/platform.properties"));
  }

  /** A durable subscription, as a subscriber's client makes one. */
  private static QueueConfiguration subscription() {
    return QueueConfiguration.of("subscriber")
        .setAddress(TOPIC)
        .setRoutingType(RoutingType.MULTICAST)
        .setDurable(true);
  }

  private static void prepare(Path directory, int port) throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder("sh", OPS.resolve("compose/prepare.sh").toString())
            .redirectErrorStream(true);
    Path java = Path.of(System.getProperty("java.home"), "bin");
    script.environment().merge("PATH", java + ":", (path, first) -> first + path);
    script.environment().put("PLATFORM", directory.resolve("platform").toString());
    script.environment().put("BUS", directory.resolve("bus").toString());
    script.environment().put("BUS_ETC", directory.resolve("bus").toString());
    script.environment().put("BUS_ADDRESS", "localhost:" + port);
    script.environment().put("GRAFANA", directory.resolve("grafana").toString());
    script.environment().put("TEMPLATE", OPS.resolve("artemis/broker.xml").toString());
    Process process = script.start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as("prepare.sh: %s", said).isZero();
  }

  /** As the image runs it, but for the port and the place of its journal. */
  private static EmbeddedActiveMQ broker(Path directory, int port) throws Exception {
    Path configuration = directory.resolve("bus/broker.xml");
    Files.writeString(
        configuration,
        Files.readString(configuration)
            .replace("0.0.0.0:5671", "127.0.0.1:" + port)
            .replace(">data/", ">" + directory.resolve("broker") + "/"));
    String[] user =
        Files.readString(directory.resolve("bus/artemis-users.properties")).strip().split(" = ");
    SecurityConfiguration users = new SecurityConfiguration();
    users.addUser(user[0], user[1]);
    users.addRole(user[0], "amq");
    return new EmbeddedActiveMQ()
        .setConfigResourcePath(configuration.toUri().toString())
        .setSecurityManager(
            new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
