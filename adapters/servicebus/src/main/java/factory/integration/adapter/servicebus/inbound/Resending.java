package factory.integration.adapter.servicebus.inbound;

import factory.integration.api.messaging.InboundQueue;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Sends a received message as it is to another queue; it can still be acknowledged then. */
final class Resending {

  /** What a bus tells of a message that it set aside. */
  private static final Set<String> ABOUT_THE_REFUSAL =
      Set.of(
          InboundQueue.REASON_PROPERTY,
          InboundQueue.DESCRIPTION_PROPERTY,
          "DeadLetterSource",
          "_AMQ_ORIG_ADDRESS",
          "_AMQ_ORIG_QUEUE",
          "_AMQ_ORIG_MESSAGE_ID",
          "_AMQ_ORIG_ROUTING_TYPE");

  private Resending() {}

  /**
   * Returns when the other queue has it. The id of the first sending goes along, since sending
   * makes a new one.
   *
   * @param more properties to add
   */
  static void send(Session session, Message message, String queue, Map<String, String> more)
      throws JMSException {
    Map<String, Object> properties = new HashMap<>(properties(message));
    String id = new ReceivedMessage(message).messageId();
    if (id != null) {
      properties.put(InboundQueue.ORIGINAL_MESSAGE_ID_PROPERTY, id);
    }
    properties.putAll(more);
    message.clearProperties();
    for (Map.Entry<String, Object> property : properties.entrySet()) {
      message.setObjectProperty(property.getKey(), property.getValue());
    }
    try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
      producer.send(message);
    }
  }

  private static Map<String, Object> properties(Message message) throws JMSException {
    Map<String, Object> properties = new HashMap<>();
    Enumeration<?> names = message.getPropertyNames();
    while (names.hasMoreElements()) {
      String name = String.valueOf(names.nextElement());
      Object value = message.getObjectProperty(name);
      if (value != null && !name.startsWith("JMSX") && !ABOUT_THE_REFUSAL.contains(name)) {
        properties.put(name, value);
      }
    }
    return properties;
  }
}
