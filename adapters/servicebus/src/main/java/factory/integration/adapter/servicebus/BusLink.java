package factory.integration.adapter.servicebus;

import factory.integration.adapter.servicebus.connect.BusTarget;
import factory.integration.saga.publication.OutgoingMessage;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.IllegalStateException;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.qpid.jms.message.JmsMessage;
import org.apache.qpid.jms.provider.amqp.message.AmqpJmsMessageFacade;
import org.apache.qpid.proton.amqp.Symbol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection with one session, for one thread at a time; thrown away when anything fails. */
final class BusLink {

  private static final Logger LOG = LoggerFactory.getLogger(BusLink.class);
  private static final Symbol JSON = Symbol.valueOf("application/json");

  private final BusTarget bus;
  private final Connection connection;
  private final Session session;
  private final SendWindow window;
  final Map<String, MessageProducer> producers = new HashMap<>();
  private volatile boolean lost;

  BusLink(BusTarget bus, Connection connection, SendWindow window, Runnable onLoss)
      throws JMSException {
    this.bus = bus;
    this.connection = connection;
    this.window = window;
    this.session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
    connection.setExceptionListener(
        _ -> {
          lost = true;
          onLoss.run();
        });
  }

  BusTarget bus() {
    return bus;
  }

  boolean isLost() {
    return lost;
  }

  /** Returns when the bus has acknowledged each message. */
  void send(List<OutgoingMessage> messages) throws JMSException {
    for (List<OutgoingMessage> wave : GroupOrder.waves(messages)) {
      for (OutgoingMessage message : wave) {
        send(message);
      }
      window.awaitAll();
    }
  }

  /** Nothing is on its way any more when this returns, or when its time is over. */
  void close() {
    try {
      connection.close();
    } catch (JMSException e) {
      LOG.debug("Connection to {} did not close cleanly", bus, e);
    }
  }

  private void send(OutgoingMessage message) throws JMSException {
    BytesMessage outgoing = encode(message);
    window.enter();
    try {
      producer(message.topic()).send(outgoing, window);
    } catch (IllegalStateException closedByTheBus) {
      producers.remove(message.topic());
      producer(message.topic()).send(outgoing, window);
    }
  }

  private MessageProducer producer(String topic) throws JMSException {
    MessageProducer known = producers.get(topic);
    if (known != null) {
      return known;
    }
    try {
      MessageProducer made = session.createProducer(session.createTopic(topic));
      producers.put(topic, made);
      return made;
    } catch (InvalidDestinationException e) {
      JMSException missing =
          new InvalidDestinationException(
              "the topic %s does not exist; create it on the bus".formatted(topic));
      missing.initCause(e);
      throw missing;
    }
  }

  /** Bytes, because Azure's own clients don't read what the JMS client makes of a text. */
  private BytesMessage encode(OutgoingMessage message) throws JMSException {
    BytesMessage bytes = session.createBytesMessage();
    bytes.writeBytes(message.body());
    bytes.setJMSType(message.eventType());
    if (message.correlationId() != null) {
      bytes.setJMSCorrelationID(message.correlationId());
    }
    bytes.setStringProperty("JMSXGroupID", message.groupId());
    for (Map.Entry<String, String> property : message.properties().entrySet()) {
      bytes.setStringProperty(property.getKey(), property.getValue());
    }
    if (bytes instanceof JmsMessage own && own.getFacade() instanceof AmqpJmsMessageFacade amqp) {
      amqp.setContentType(JSON);
    }
    return bytes;
  }
}
