package factory.integration.adapter.servicebus.embedded;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the embedded broker, below {@code platform.bus.embedded}.
 *
 * @param host name or address to listen on; {@code 0.0.0.0} for every address of the machine
 * @param port TCP port for AMQP over TLS, 0 for any that is free
 * @param maxBacklog how much a topic keeps on disk for subscribers that are away; when it is full,
 *     publication waits
 */
public record EmbeddedBrokerProperties(
    @DefaultValue("127.0.0.1") String host,
    @DefaultValue("5671") int port,
    @DefaultValue("2GB") DataSize maxBacklog) {

  private static final DataSize LEAST_BACKLOG = DataSize.ofMegabytes(10);

  public EmbeddedBrokerProperties {
    if (host.isBlank()) {
      throw new IllegalArgumentException(
          "platform.bus.embedded.host is empty; name an address to listen on, as 127.0.0.1");
    }
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException(
          "platform.bus.embedded.port must be from 0 to 65535, not " + port);
    }
    if (maxBacklog.compareTo(LEAST_BACKLOG) < 0) {
      throw new IllegalArgumentException(
          "platform.bus.embedded.max-backlog must be at least 10MB, not " + maxBacklog);
    }
  }
}
