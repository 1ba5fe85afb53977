package factory.integration.adapter.servicebus.inbound;

import factory.integration.gateway.intake.IntakeOutcome.Refused;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;

/** How a message gets to the dead-letter sub-queue. */
interface Refusal {

  /** Returns when the message no longer stands in the inbound queue. */
  void refuse(Session session, Message message, Refused why) throws JMSException;
}
