package factory.integration.adapter.servicebus.embedded;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * An AMQP broker in this process with the platform's topics. Its files stand below {@code bus/} in
 * the data directory; {@code bus-connection-string} beside it lets others connect.
 */
public final class EmbeddedBroker implements SmartLifecycle {

  /** Before whatever publishes, and after it at the end. */
  public static final int PHASE = Integer.MIN_VALUE >> 3;

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

  private final Path dataDirectory;
  private final EmbeddedBrokerProperties properties;
  private final InstantSource clock;
  private @Nullable Door door;
  private @Nullable ActiveMQServer server;
  private @Nullable BrokerAccess access;

  public EmbeddedBroker(
      Path dataDirectory, EmbeddedBrokerProperties properties, InstantSource clock) {
    this.dataDirectory = dataDirectory.toAbsolutePath().normalize();
    this.properties = properties;
    this.clock = clock;
  }

  /** Starts or, when it runs already, does nothing. */
  @Override
  public synchronized void start() {
    if (server == null) {
      server = open();
    }
  }

  /**
   * How to reach it. A broker that gave up, as it does when it cannot write, is started again.
   *
   * @throws IllegalStateException when it does not run
   */
  public synchronized BrokerAccess access() {
    if (server == null || access == null) {
      throw new IllegalStateException("the embedded bus does not run");
    }
    if (!server.isActive()) {
      LOG.warn("The embedded bus gave up; starting it again");
      close(server);
      server = open();
    }
    return access;
  }

  @Override
  public synchronized void stop() {
    if (server != null) {
      close(server);
      server = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return server != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  private ActiveMQServer open() {
    Path directory = dataDirectory.resolve("bus");
    new OwnerOnlyFile(directory).createDirectories();
    Door free = Door.open(properties.host(), door == null ? properties.port() : door.port());
    ConnectionStringFile file = new ConnectionStringFile(dataDirectory);
    String key = file.key().orElseGet(ConnectionStringFile::newKey);
    BrokerCertificate certificate = new BrokerCertificate(dataDirectory, key);
    if (file.key().isEmpty() || !certificate.isUsable(free.names(), clock.instant())) {
      certificate.renew(free.names(), clock.instant());
    }
    TransportConfiguration acceptor =
        BrokerSettings.acceptor(properties.host(), free.port(), certificate, key);
    ActiveMQServer opened =
        run(
            BrokerSettings.of(directory, properties.maxBacklog().toBytes(), acceptor),
            new BrokerSecurity(key));
    access =
        new BrokerAccess(
            file.write(free.clientHost(), free.port(), key), certificate.trustOptions());
    door = free;
    LOG.info(
        "Embedded bus on {}:{}, connection string in {}",
        properties.host(),
        free.port(),
        dataDirectory.resolve(ConnectionStringFile.NAME));
    return opened;
  }

  /** Artemis logs what goes wrong in its start and returns as if all were well. */
  private ActiveMQServer run(Configuration configuration, BrokerSecurity security) {
    ActiveMQServer starting = new ActiveMQServerImpl(configuration, security);
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    starting.registerActivationFailureListener(failure::set);
    try {
      starting.start();
    } catch (Exception e) {
      failure.set(e);
    }
    if (failure.get() != null || !starting.isActive()) {
      close(starting);
      throw new IllegalStateException(
          "the embedded bus in %s did not start: %s"
              .formatted(dataDirectory.resolve("bus"), failure.get()),
          failure.get());
    }
    return starting;
  }

  private static void close(ActiveMQServer server) {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("The embedded bus did not stop cleanly", e);
    }
  }
}
