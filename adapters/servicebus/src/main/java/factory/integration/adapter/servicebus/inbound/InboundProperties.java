package factory.integration.adapter.servicebus.inbound;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Taking events from the bus.
 *
 * @param enabled whether this node does
 * @param consumers how many messages it takes side by side, each over a connection of its own; with
 *     one in all, events come in the order of the queue
 */
@ConfigurationProperties("platform.bus.inbound")
record InboundProperties(@DefaultValue("true") boolean enabled, @DefaultValue("4") int consumers) {

  private static final int MOST = 64;

  InboundProperties {
    if (consumers < 1 || consumers > MOST) {
      throw new IllegalArgumentException(
          "platform.bus.inbound.consumers must be from 1 to %d, not %d".formatted(MOST, consumers));
    }
  }
}
