package factory.integration.adapter.servicebus.inbound;

import factory.integration.gateway.intake.IntakeOutcome.Refused;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;

/** Lets the bus itself set the message aside, since nobody can send to that queue there. */
final class RefusalByRejection implements Refusal {

  @Override
  public void refuse(Session session, Message message, Refused why) throws JMSException {
    Settlement.REJECTED.settle(message);
  }
}
