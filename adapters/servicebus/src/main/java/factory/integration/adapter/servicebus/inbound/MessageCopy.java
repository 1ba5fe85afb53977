package factory.integration.adapter.servicebus.inbound;

import factory.integration.api.messaging.InboundQueue;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Makes a message that says what another one says and can be sent. */
final class MessageCopy {

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

  private MessageCopy() {}

  /** Keeps the id under which the first sending is known. */
  static BytesMessage of(Message original, Session session) throws JMSException {
    ReceivedMessage received = new ReceivedMessage(original);
    BytesMessage copy = session.createBytesMessage();
    copy.writeBytes(Objects.requireNonNullElse(received.body(), new byte[0]));
    copy.setJMSType(original.getJMSType());
    copy.setJMSCorrelationID(original.getJMSCorrelationID());
    for (Map.Entry<String, String> property : received.properties().entrySet()) {
      if (!ABOUT_THE_REFUSAL.contains(property.getKey())) {
        copy.setStringProperty(property.getKey(), property.getValue());
      }
    }
    String id = received.messageId();
    if (id != null) {
      copy.setStringProperty(InboundQueue.ORIGINAL_MESSAGE_ID_PROPERTY, id);
    }
    return copy;
  }
}
