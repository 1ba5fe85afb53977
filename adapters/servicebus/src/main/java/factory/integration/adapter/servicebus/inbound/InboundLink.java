package factory.integration.adapter.servicebus.inbound;

import factory.integration.adapter.servicebus.connect.BusConnection;
import factory.integration.adapter.servicebus.connect.BusConnector;
import factory.integration.adapter.servicebus.connect.BusTarget;
import factory.integration.api.messaging.InboundQueue;
import jakarta.jms.Connection;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection with one consumer. What is not settled when it closes goes back to the queue, and
 * comes again.
 */
final class InboundLink implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(InboundLink.class);

  private final BusTarget bus;
  private final Connection connection;
  private final Session session;
  private final MessageConsumer consumer;

  private InboundLink(BusTarget bus, Connection connection) throws JMSException {
    this.bus = bus;
    this.connection = connection;
    this.session = connection.createSession(Session.CLIENT_ACKNOWLEDGE);
    this.consumer = consumer(session);
    connection.start();
  }

  static InboundLink open(BusConnector connector) throws JMSException {
    BusConnection opened = connector.open();
    try {
      return new InboundLink(opened.bus(), opened.connection());
    } catch (JMSException | RuntimeException e) {
      opened.connection().close();
      throw e;
    }
  }

  BusTarget bus() {
    return bus;
  }

  Session session() {
    return session;
  }

  /** Null when nothing came in time. */
  @Nullable Message receive(long millis) throws JMSException {
    return consumer.receive(millis);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (JMSException e) {
      LOG.debug("Connection to {} did not close cleanly", bus, e);
    }
  }

  private static MessageConsumer consumer(Session session) throws JMSException {
    try {
      return session.createConsumer(session.createQueue(InboundQueue.ADDRESS));
    } catch (InvalidDestinationException e) {
      JMSException missing =
          new InvalidDestinationException(
              "the queue %s does not exist; create it on the bus, or set platform.bus.inbound.enabled=false"
                  .formatted(InboundQueue.ADDRESS));
      missing.initCause(e);
      throw missing;
    }
  }
}
