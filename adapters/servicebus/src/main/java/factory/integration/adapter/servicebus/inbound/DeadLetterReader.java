package factory.integration.adapter.servicebus.inbound;

import factory.integration.api.messaging.Envelope;
import factory.integration.api.messaging.InboundQueue;
import factory.integration.gateway.busletter.BusDeadLetter;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows a message that was refused. */
final class DeadLetterReader {

  private DeadLetterReader() {}

  static BusDeadLetter read(Message message) throws JMSException {
    ReceivedMessage received = new ReceivedMessage(message);
    Map<String, String> properties = received.properties();
    byte[] body = received.body();
    return new BusDeadLetter(
        DeadLetterId.of(Objects.toString(message.getJMSMessageID(), "")),
        Objects.toString(received.messageId(), ""),
        message.getJMSTimestamp() == 0 ? null : Instant.ofEpochMilli(message.getJMSTimestamp()),
        properties.get(InboundQueue.REASON_PROPERTY),
        properties.get(InboundQueue.DESCRIPTION_PROPERTY),
        properties.get(Envelope.TENANT_ID_PROPERTY),
        properties.get(Envelope.EVENT_TYPE_PROPERTY),
        message.getJMSCorrelationID(),
        properties,
        body == null ? null : text(body),
        body == null ? 0 : body.length);
  }

  private static @Nullable String text(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.substring(0, Math.min(text.length(), BusDeadLetter.MAX_BODY));
    } catch (CharacterCodingException noText) {
      return null;
    }
  }
}
