package factory.integration.adapter.servicebus.inbound;

import factory.integration.api.messaging.InboundQueue;
import factory.integration.gateway.intake.IntakeOutcome.Refused;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.Map;

/**
 * Sends a copy that says why, then accepts the message: for a bus whose sub-queue takes messages.
 * The client library cannot say why it rejects one.
 */
final class RefusalByCopy implements Refusal {

  private static final int MAX_DESCRIPTION = 4_096;

  @Override
  public void refuse(Session session, Message message, Refused why) throws JMSException {
    String description = why.description();
    Resending.send(
        session,
        message,
        InboundQueue.DEAD_LETTERS,
        Map.of(
            InboundQueue.REASON_PROPERTY,
            why.reason(),
            InboundQueue.DESCRIPTION_PROPERTY,
            description.substring(0, Math.min(description.length(), MAX_DESCRIPTION))));
    message.acknowledge();
  }
}
