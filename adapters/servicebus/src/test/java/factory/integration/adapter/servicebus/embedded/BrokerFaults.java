package factory.integration.adapter.servicebus.embedded;

import java.util.Objects;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.jspecify.annotations.Nullable;

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

  /**
   * Refuses each message for which there is a reason.
   *
   * @param reason an address that is full is told as {@code amqp:resource-limit-exceeded}
   */
  public static void refuse(EmbeddedBroker broker, Supplier<@Nullable ActiveMQException> reason) {
    Objects.requireNonNull(broker.server)
        .server
        .registerBrokerPlugin(
            new ActiveMQServerMessagePlugin() {
              @Override
              public void beforeSend(
                  ServerSession session,
                  Transaction transaction,
                  Message message,
                  boolean direct,
                  boolean noAutoCreateQueue)
                  throws ActiveMQException {
                ActiveMQException refusal = reason.get();
                if (refusal != null) {
                  throw refusal;
                }
              }
            });
  }
}
