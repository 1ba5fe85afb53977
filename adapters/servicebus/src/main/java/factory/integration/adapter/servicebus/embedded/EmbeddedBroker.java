package factory.integration.adapter.servicebus.embedded;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * An AMQP broker in this process with the platform's topics. Its files stand below {@code bus/} in
 * the data directory; {@code bus-connection-string} beside it lets others connect.
 */
public final class EmbeddedBroker implements SmartLifecycle, AutoCloseable {

  /** Before whatever publishes, and after it at the end. */
  public static final int PHASE = Integer.MIN_VALUE >> 3;

  private static final Executor BEGINNER =
      task -> Thread.ofPlatform().name("bus-start").daemon().start(task);
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

  private final Path dataDirectory;
  private final ConnectionStringFile file;
  private final EmbeddedBrokerProperties properties;
  private final InstantSource clock;
  private @Nullable Door door;
  private @Nullable CompletableFuture<ArtemisServer> beginning;
  @Nullable ArtemisServer server;
  private @Nullable BrokerAccess access;

  public EmbeddedBroker(
      Path dataDirectory, EmbeddedBrokerProperties properties, InstantSource clock) {
    this.dataDirectory = dataDirectory.toAbsolutePath().normalize();
    this.file = new ConnectionStringFile(this.dataDirectory);
    this.properties = properties;
    this.clock = clock;
  }

  /** Begins to start, so that the rest of the platform can be made meanwhile. */
  public synchronized void begin() {
    beginning = CompletableFuture.supplyAsync(this::open, BEGINNER);
  }

  /** Waits until it has started; when it runs already, does nothing. */
  @Override
  public synchronized void start() {
    if (server == null) {
      CompletableFuture<ArtemisServer> begun = beginning;
      beginning = null;
      server = begun == null ? open() : begun.join();
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
      server.close();
      server = open();
    }
    return access;
  }

  @Override
  public synchronized void stop() {
    if (server != null) {
      server.close();
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

  /** Also ends what only began, as when another part of the platform could not be made. */
  @Override
  public synchronized void close() {
    if (beginning != null) {
      beginning.thenAccept(ArtemisServer::close).exceptionally(_ -> null).join();
      beginning = null;
    }
    stop();
  }

  private ArtemisServer open() {
    Path directory = dataDirectory.resolve("bus");
    new OwnerOnlyFile(directory).createDirectories();
    Door free = Door.open(properties.host(), door == null ? properties.port() : door.port());
    Optional<String> knownKey = file.key();
    String key = knownKey.orElseGet(ConnectionStringFile::newKey);
    BrokerCertificate certificate = new BrokerCertificate(dataDirectory, key);
    if (knownKey.isEmpty() || !certificate.isUsable(free.names(), clock.instant())) {
      certificate.renew(free.names(), clock.instant());
    }
    ArtemisServer opened =
        ArtemisServer.start(
            BrokerSettings.of(
                directory,
                properties.maxBacklog().toBytes(),
                BrokerSettings.acceptor(free, certificate, key)),
            new BrokerSecurity(key));
    String connectionString = file.write(free.clientHost(), free.port(), key);
    access = new BrokerAccess(connectionString, certificate.trustOptions());
    door = free;
    LOG.info("Embedded bus on {}:{}, connection string in {}", free.host(), free.port(), file);
    return opened;
  }
}
