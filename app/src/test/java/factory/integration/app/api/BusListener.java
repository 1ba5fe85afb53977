package factory.integration.app.api;

import com.azure.servicebus.jms.ConnectionStringBuilder;
import com.azure.servicebus.jms.ServiceBusJmsConnectionFactory;
import com.azure.servicebus.jms.ServiceBusJmsConnectionFactorySettings;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone else's client on the bus, who finds all it needs in the data directory. */
final class BusListener implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * A message as it came.
   *
   * @param groupId keeps the order of one aggregate
   */
  record Received(
      String topic, JsonNode envelope, String eventType, String tenantId, String groupId) {}

  private final Queue<Received> received = new ConcurrentLinkedQueue<>();
  private final Connection connection;

  BusListener(Path dataDirectory) throws JMSException {
    Path access = dataDirectory.resolve("bus-connection-string");
    Tenant.until(() -> access, Files::exists);
    connection = factory(dataDirectory).createConnection();
    listen("factory.integration.webhooks");
    listen("factory.integration.runs");
    listen("factory.integration.connections");
    listen("factory.integration.providers");
    listen("factory.integration.credentials");
    connection.start();
  }

  /** Waits for facts of that type about what the tenant did. */
  List<Received> await(Tenant tenant, String eventType, int count) {
    return Tenant.until(
        () ->
            received.stream()
                .filter(it -> it.tenantId().equals(tenant.id()))
                .filter(it -> it.eventType().equals(eventType))
                .toList(),
        found -> found.size() >= count);
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }

  private void listen(String topic) throws JMSException {
    Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
    session
        .createSharedDurableConsumer(session.createTopic(topic), "listener-of-" + topic)
        .setMessageListener(message -> received.add(read(topic, message)));
  }

  private static Received read(String topic, Message message) {
    try {
      return new Received(
          topic,
          JSON.readTree(message.getBody(byte[].class)),
          message.getStringProperty("cs-event-type"),
          message.getStringProperty("cs-tenant-id"),
          message.getStringProperty("JMSXGroupID"));
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  static ServiceBusJmsConnectionFactory factory(Path directory) {
    var parts = new ConnectionStringBuilder(read(directory.resolve("bus-connection-string")));
    Map<String, String> options = new HashMap<>();
    options.put("jms.validatePropertyNames", "false");
    options.put("transport.trustStoreLocation", "" + directory.resolve("bus-truststore.p12"));
    options.put("transport.trustStorePassword", parts.getSasKey());
    options.put("transport.trustStoreType", "PKCS12");
    var settings = new ServiceBusJmsConnectionFactorySettings(options);
    settings.setShouldReconnect(false);
    String host = "localhost:" + parts.getEndpoint().getPort();
    return new ServiceBusJmsConnectionFactory(
        parts.getSasKeyName(), parts.getSasKey(), host, settings);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
