package factory.integration.adapter.servicebus.embedded;

import com.azure.servicebus.jms.ConnectionStringBuilder;
import com.azure.servicebus.jms.ServiceBusJmsConnectionFactory;
import com.azure.servicebus.jms.ServiceBusJmsConnectionFactorySettings;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.qpid.jms.message.JmsMessage;
import org.apache.qpid.jms.message.facade.JmsMessageFacade;
import org.apache.qpid.jms.provider.amqp.message.AmqpJmsMessageFacade;
import org.jspecify.annotations.Nullable;

/** Someone else's client, as the connection string's file serves it. */
public final class JmsClient implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 10_000;
  private static final long SILENCE_MILLIS = 200;

  private final Connection connection;
  private final Session session;

  private JmsClient(Connection connection) throws JMSException {
    this.connection = connection;
    this.session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
    connection.start();
  }

  public static JmsClient connect(BrokerAccess access) throws JMSException {
    ConnectionStringBuilder parts = new ConnectionStringBuilder(access.connectionString());
    return connect(access, parts.getSasKeyName(), parts.getSasKey());
  }

  public static JmsClient connect(BrokerAccess access, String user, String password)
      throws JMSException {
    Map<String, String> options = new HashMap<>(access.trust());
    options.put("jms.validatePropertyNames", "false");
    options.put("jms.prefetchPolicy.all", "100");
    ServiceBusJmsConnectionFactorySettings settings =
        new ServiceBusJmsConnectionFactorySettings(options);
    settings.setShouldReconnect(false);
    int port = new ConnectionStringBuilder(access.connectionString()).getEndpoint().getPort();
    return new JmsClient(
        new ServiceBusJmsConnectionFactory(user, password, "localhost:" + port, settings)
            .createConnection());
  }

  /** A durable subscription that others may share, of all messages or of those selected. */
  public MessageConsumer subscribe(String topic, String name, @Nullable String selector)
      throws JMSException {
    return session.createSharedDurableConsumer(session.createTopic(topic), name, selector);
  }

  public MessageConsumer consumer(String queue) throws JMSException {
    return session.createConsumer(session.createQueue(queue));
  }

  public void send(String topic, byte[] body) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(body);
    session.createProducer(session.createTopic(topic)).send(message);
  }

  /** Sends to a queue; answers the message's id. */
  public String sendTo(String queue, String body, Map<String, String> properties)
      throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(body.getBytes(StandardCharsets.UTF_8));
    return send(queue, message, properties);
  }

  /** Sends a text, which travels as an AMQP value. */
  public String sendText(String queue, String body, Map<String, String> properties)
      throws JMSException {
    return send(queue, session.createTextMessage(body), properties);
  }

  /** Sends what is neither bytes nor text. */
  public String sendMap(String queue, Map<String, String> properties) throws JMSException {
    MapMessage message = session.createMapMessage();
    message.setString("town", "Köln");
    return send(queue, message, properties);
  }

  private String send(String queue, Message message, Map<String, String> properties)
      throws JMSException {
    for (Map.Entry<String, String> property : properties.entrySet()) {
      message.setStringProperty(property.getKey(), property.getValue());
    }
    session.createProducer(session.createQueue(queue)).send(message);
    return message.getJMSMessageID();
  }

  public boolean isEmpty(String queue) throws JMSException {
    try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
      return !browser.getEnumeration().hasMoreElements();
    }
  }

  /** Receives and rolls back until nothing comes any more. */
  public void refuseAll(String topic, String subscription) throws JMSException {
    try (Session transacted = connection.createSession(Session.SESSION_TRANSACTED)) {
      MessageConsumer consumer =
          transacted.createSharedDurableConsumer(transacted.createTopic(topic), subscription);
      while (consumer.receive(SILENCE_MILLIS) != null) {
        transacted.rollback();
      }
    }
  }

  public static BytesMessage receive(MessageConsumer from) throws JMSException {
    BytesMessage received = (BytesMessage) from.receive(PATIENCE_MILLIS);
    if (received == null) {
      throw new AssertionError("no message within %d ms".formatted(PATIENCE_MILLIS));
    }
    return received;
  }

  public static byte[] body(BytesMessage message) throws JMSException {
    byte[] body = new byte[Math.toIntExact(message.getBodyLength())];
    message.readBytes(body);
    return body;
  }

  public static String contentType(BytesMessage message) {
    JmsMessageFacade facade = ((JmsMessage) message).getFacade();
    return String.valueOf(((AmqpJmsMessageFacade) facade).getContentType());
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }
}
