package factory.integration.adapter.servicebus.inbound;

import factory.integration.api.messaging.StoreUnavailable;
import factory.integration.gateway.intake.IncomingMessage;
import factory.integration.gateway.intake.IntakeOutcome;
import factory.integration.gateway.intake.IntakeOutcome.Failed;
import factory.integration.gateway.intake.IntakeOutcome.Refused;
import factory.integration.gateway.intake.IntakeOutcome.Taken;
import factory.integration.gateway.intake.IntakeOutcome.Unavailable;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands one message in and tells the bus what became of it. */
final class InboundTaker {

  private static final Logger LOG = LoggerFactory.getLogger(InboundTaker.class);

  private final Function<IncomingMessage, IntakeOutcome> intake;
  private final Refusal refusal;

  InboundTaker(Function<IncomingMessage, IntakeOutcome> intake, Refusal refusal) {
    this.intake = intake;
    this.refusal = refusal;
  }

  /**
   * Acknowledges only what is kept durably, or refused for good.
   *
   * @return whether the platform did what it should; false when it failed over this message
   * @throws StoreUnavailable when nothing could be kept; the message is not settled
   */
  boolean take(Session session, Message message) throws JMSException {
    switch (outcome(message)) {
      case Taken _ -> message.acknowledge();
      case Refused refused -> {
        LOG.warn(
            "Message {} goes to the dead letters: {}, {}",
            message.getJMSMessageID(),
            refused.reason(),
            refused.description());
        refusal.refuse(session, message, refused);
      }
      case Unavailable unavailable -> throw new StoreUnavailable(unavailable.description());
      case Failed _ -> {
        Settlement.FAILED.settle(message);
        return false;
      }
    }
    return true;
  }

  private IntakeOutcome outcome(Message message) throws JMSException {
    IncomingMessage incoming = new ReceivedMessage(message).incoming();
    return incoming == null
        ? new Refused("Unreadable", "the body is neither bytes nor text")
        : intake.apply(incoming);
  }
}
