package factory.integration.samples.consumer;

import com.azure.servicebus.jms.ConnectionStringBuilder;
import com.azure.servicebus.jms.ServiceBusJmsConnectionFactory;
import com.azure.servicebus.jms.ServiceBusJmsConnectionFactorySettings;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The bus to listen to.
 *
 * @param connectionString of the namespace
 * @param options of the connection beside ours, such as a trust store
 */
record Bus(String connectionString, Map<String, String> options) {

  /** The embedded broker of a platform with that data directory. */
  static Bus embedded(Path dataDirectory) throws IOException {
    String text = Files.readString(dataDirectory.resolve("bus-connection-string")).strip();
    return new Bus(
        text,
        Map.of(
            "transport.trustStoreLocation", dataDirectory.resolve("bus-truststore.p12").toString(),
            "transport.trustStorePassword", new ConnectionStringBuilder(text).getSasKey(),
            "transport.trustStoreType", "PKCS12"));
  }

  /** A connection that is open; the consumer itself connects anew when it is lost. */
  Connection connect() throws JMSException {
    ConnectionStringBuilder parts = new ConnectionStringBuilder(connectionString);
    Map<String, String> all = new HashMap<>(options);
    all.put("jms.validatePropertyNames", "false");
    all.put("jms.prefetchPolicy.all", "20");
    ServiceBusJmsConnectionFactorySettings settings =
        new ServiceBusJmsConnectionFactorySettings(all);
    settings.setShouldReconnect(false);
    int port = parts.getEndpoint().getPort();
    String host = parts.getEndpoint().getHost() + (port < 0 ? "" : ":" + port);
    return new ServiceBusJmsConnectionFactory(
            parts.getSasKeyName(), parts.getSasKey(), host, settings)
        .createConnection();
  }

  @Override
  public String toString() {
    return "Bus[******]";
  }
}
