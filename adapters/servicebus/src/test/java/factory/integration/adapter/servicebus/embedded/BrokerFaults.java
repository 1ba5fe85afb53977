package factory.integration.adapter.servicebus.embedded;

import java.util.Objects;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;

/** What a bus does to its clients without being asked. */
public final class BrokerFaults {

  private BrokerFaults() {}

  /** Detaches every consumer of the queue, while the connections stay; answers how many. */
  public static int detachConsumers(EmbeddedBroker broker, String queue) {
    int detached = 0;
    for (ServerSession session : Objects.requireNonNull(broker.server).server.getSessions()) {
      for (ServerConsumer consumer : session.getServerConsumers()) {
        if (queue.equals(consumer.getQueueAddress().toString())) {
          consumer.disconnect();
          detached++;
        }
      }
    }
    return detached;
  }
}
