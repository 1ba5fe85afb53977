package factory.integration.adapter.servicebus;

import factory.integration.adapter.servicebus.embedded.EmbeddedBrokerProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the bus.
 *
 * @param dataDir where the embedded broker keeps its files
 */
@ConfigurationProperties("platform")
record ServiceBusProperties(@DefaultValue("./data") String dataDir, @DefaultValue Bus bus) {

  ServiceBusProperties {
    if (dataDir.isBlank()) {
      throw new IllegalArgumentException("platform.data-dir is empty; name a directory");
    }
  }

  Path directory() {
    return Path.of(dataDir);
  }

  private static final int MAX_LINKS = 64;

  /** Which bus. */
  enum Mode {
    EMBEDDED,
    SERVICEBUS
  }

  /**
   * Settings below {@code platform.bus}.
   *
   * @param connectionString of the namespace, for mode {@code servicebus} alone; read where it is
   *     used, since a message about a setting that cannot be bound would show its value
   * @param namespace host name of the namespace, in place of the connection string; Entra ID then
   *     says who we are
   * @param options of the connection's URI, beside or instead of ours; for {@code
   *     transport.trustStoreLocation} and the like
   * @param sendTimeout how long a message may remain without acknowledgement
   * @param maxInFlight how many messages may be without acknowledgement at a time on each link
   * @param links how many connections publish side by side
   */
  record Bus(
      @DefaultValue("embedded") Mode mode,
      @Nullable String connectionString,
      @Nullable String namespace,
      @DefaultValue Map<String, String> options,
      @DefaultValue("20s") Duration sendTimeout,
      @DefaultValue("500") int maxInFlight,
      @DefaultValue("4") int links,
      @DefaultValue EmbeddedBrokerProperties embedded) {

    Bus {
      connectionString = emptyToNull(connectionString);
      namespace = emptyToNull(namespace);
      checkPlace(mode, connectionString, namespace);
      if (sendTimeout.toMillis() < 1) {
        throw new IllegalArgumentException(
            "platform.bus.send-timeout must be at least 1ms, not " + sendTimeout);
      }
      if (maxInFlight < 1) {
        throw new IllegalArgumentException(
            "platform.bus.max-in-flight must be at least 1, not " + maxInFlight);
      }
      if (links < 1 || links > MAX_LINKS) {
        throw new IllegalArgumentException(
            "platform.bus.links must be from 1 to %d, not %d".formatted(MAX_LINKS, links));
      }
    }

    private static void checkPlace(
        Mode mode, @Nullable String connectionString, @Nullable String namespace) {
      boolean any = connectionString != null || namespace != null;
      if (connectionString != null && namespace != null) {
        throw new IllegalArgumentException(
            "platform.bus.connection-string and platform.bus.namespace exclude each other");
      }
      if (mode == Mode.SERVICEBUS && !any) {
        throw new IllegalArgumentException(
            "platform.bus.mode is servicebus, so platform.bus.connection-string must be set,"
                + " or platform.bus.namespace for Entra ID");
      }
      if (mode == Mode.EMBEDDED && any) {
        throw new IllegalArgumentException(
            "platform.bus.connection-string or platform.bus.namespace is set, so"
                + " platform.bus.mode must be servicebus");
      }
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
      return text == null || text.isBlank() ? null : text;
    }

    @Override
    public String toString() {
      return "Bus[%s]".formatted(mode);
    }
  }
}
