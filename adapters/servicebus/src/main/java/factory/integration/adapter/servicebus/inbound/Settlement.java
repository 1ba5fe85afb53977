package factory.integration.adapter.servicebus.inbound;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.apache.qpid.jms.message.JmsMessageSupport;

/** What the bus is told about a message, by the means of the client library. */
enum Settlement {
  /** To the dead letters at once. */
  REJECTED(JmsMessageSupport.REJECTED),
  /** To come again, until the bus has counted enough. */
  FAILED(JmsMessageSupport.MODIFIED_FAILED);

  private final int acknowledgement;

  Settlement(int acknowledgement) {
    this.acknowledgement = acknowledgement;
  }

  void settle(Message message) throws JMSException {
    message.setIntProperty(JmsMessageSupport.JMS_AMQP_ACK_TYPE, acknowledgement);
    message.acknowledge();
  }
}
