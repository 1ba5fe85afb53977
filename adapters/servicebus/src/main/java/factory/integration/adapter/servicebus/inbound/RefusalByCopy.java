package factory.integration.adapter.servicebus.inbound;

import factory.integration.api.messaging.InboundQueue;
import factory.integration.gateway.intake.IntakeOutcome.Refused;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;

/**
 * Sends a copy that says why, then accepts the message: for a bus whose sub-queue takes messages.
 * The client library cannot say why it rejects one.
 */
final class RefusalByCopy implements Refusal {

  private static final int MAX_DESCRIPTION = 4_096;

  @Override
  public void refuse(Session session, Message message, Refused why) throws JMSException {
    BytesMessage copy = MessageCopy.of(message, session);
    String description = why.description();
    copy.setStringProperty(InboundQueue.REASON_PROPERTY, why.reason());
    copy.setStringProperty(
        InboundQueue.DESCRIPTION_PROPERTY,
        description.substring(0, Math.min(description.length(), MAX_DESCRIPTION)));
    try (MessageProducer producer =
        session.createProducer(session.createQueue(InboundQueue.DEAD_LETTERS))) {
      producer.send(copy);
    }
    message.acknowledge();
  }
}
