package factory.integration.adapter.servicebus.embedded;

import io.netty.util.internal.PlatformDependent;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A started Artemis, which ends by itself when it cannot write. */
final class ArtemisServer {

  private static final Logger LOG = LoggerFactory.getLogger(ArtemisServer.class);

  private static final String NO_UNSAFE = "io.netty.noUnsafe";

  final ActiveMQServer server;

  private ArtemisServer(ActiveMQServer server) {
    this.server = server;
  }

  /** Artemis logs what goes wrong while it starts, and returns as if all were well. */
  static ArtemisServer start(Configuration configuration, BrokerSecurity security) {
    allowUnsafe();
    ActiveMQServer server = new ActiveMQServerImpl(configuration, security);
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    server.registerActivationFailureListener(failure::set);
    try {
      server.start();
    } catch (Exception e) {
      failure.set(e);
    }
    ArtemisServer started = new ArtemisServer(server);
    if (failure.get() != null || !server.isActive()) {
      started.close();
      throw new IllegalStateException(
          "the embedded bus in %s did not start: %s"
              .formatted(configuration.getJournalDirectory(), failure.get()),
          failure.get());
    }
    return started;
  }

  boolean isActive() {
    return server.isActive();
  }

  void close() {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("The embedded bus did not stop cleanly", e);
    }
  }

  /**
   * Artemis frees memory in a way that Netty offers with {@code sun.misc.Unsafe} alone, which Netty
   * does without on Java 25 unless told otherwise: a journal with content could not be read.
   */
  private static void allowUnsafe() {
    if (System.getProperty(NO_UNSAFE) == null) {
      System.setProperty(NO_UNSAFE, "false");
    }
    if (!PlatformDependent.hasUnsafe()) {
      throw new IllegalStateException(
          "the embedded bus needs sun.misc.Unsafe; start Java with"
              + " --sun-misc-unsafe-memory-access=allow and without -D%s".formatted(NO_UNSAFE));
    }
  }
}
