package factory.integration.app.api;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Someone who hands in events over the bus. */
final class BusSender implements AutoCloseable {

  static final String QUEUE = "factory.integration.inbound";

  private final Connection connection;
  private final Session session;

  BusSender(Path dataDirectory) throws JMSException {
    connection = BusListener.factory(dataDirectory).createConnection();
    session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
  }

  void send(String body, Map<String, String> properties) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(body.getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, String> property : properties.entrySet()) {
      message.setStringProperty(property.getKey(), property.getValue());
    }
    session.createProducer(session.createQueue(QUEUE)).send(message);
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }
}
