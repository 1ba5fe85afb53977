package factory.integration.adapter.servicebus.inbound;

import factory.integration.api.messaging.InboundQueue;
import factory.integration.gateway.intake.IncomingMessage;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what stands in a message from the bus. */
final class ReceivedMessage {

  /** What the client library puts before an id that another client made. */
  private static final String FOREIGN = "ID:AMQP_NO_PREFIX:";

  private final Message message;

  ReceivedMessage(Message message) {
    this.message = message;
  }

  /** As the intake wants it; null when the body is neither bytes nor text. */
  @Nullable IncomingMessage incoming() throws JMSException {
    byte[] body = body();
    return body == null
        ? null
        : new IncomingMessage(messageId(), message.getJMSCorrelationID(), properties(), body);
  }

  /** The id of its first sending; null when it has none. */
  @Nullable String messageId() throws JMSException {
    String original = message.getStringProperty(InboundQueue.ORIGINAL_MESSAGE_ID_PROPERTY);
    String id = Objects.requireNonNullElse(original, message.getJMSMessageID());
    return id != null && id.startsWith(FOREIGN) ? id.substring(FOREIGN.length()) : id;
  }

  /** Null when it is neither bytes nor text. */
  byte @Nullable [] body() throws JMSException {
    return switch (message) {
      case BytesMessage bytes -> read(bytes);
      case TextMessage text ->
          Objects.requireNonNullElse(text.getText(), "").getBytes(StandardCharsets.UTF_8);
      default -> null;
    };
  }

  /** What the sender and the bus put beside the body, as text. */
  Map<String, String> properties() throws JMSException {
    Map<String, String> properties = new TreeMap<>();
    Enumeration<?> names = message.getPropertyNames();
    while (names.hasMoreElements()) {
      String name = String.valueOf(names.nextElement());
      if (!name.startsWith("JMS")) {
        properties.put(name, String.valueOf(message.getObjectProperty(name)));
      }
    }
    return properties;
  }

  /** From the start, whoever has read before. */
  private static byte[] read(BytesMessage message) throws JMSException {
    message.reset();
    byte[] body = new byte[Math.toIntExact(message.getBodyLength())];
    message.readBytes(body);
    return body;
  }
}
