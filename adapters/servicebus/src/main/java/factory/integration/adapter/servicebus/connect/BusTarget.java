package factory.integration.adapter.servicebus.connect;

import com.azure.core.credential.TokenCredential;
import com.azure.servicebus.jms.ConnectionStringBuilder;
import com.azure.servicebus.jms.IllegalConnectionStringFormatException;
import java.net.URI;
import java.util.Map;

/**
 * A bus to connect to.
 *
 * @param hostAndPort as {@code contoso.servicebus.windows.net} or {@code localhost:5671}
 * @param options of the connection's URI
 */
public record BusTarget(String hostAndPort, BusAccess access, Map<String, String> options) {

  private static final String EXPECTED =
      "platform.bus.connection-string must have the form"
          + " Endpoint=sb://<host>[:<port>];SharedAccessKeyName=<name>;SharedAccessKey=<key>: ";

  /**
   * @throws IllegalArgumentException saying what is wrong, without showing the string
   */
  public static BusTarget of(String connectionString, Map<String, String> options) {
    ConnectionStringBuilder parsed = parse(connectionString);
    if (parsed.getSasKeyName() == null || parsed.getSasKey() == null) {
      throw new IllegalArgumentException(EXPECTED + "name or key is missing");
    }
    URI endpoint = parsed.getEndpoint();
    if (endpoint == null || endpoint.getHost() == null) {
      throw new IllegalArgumentException(EXPECTED + "the endpoint has no host");
    }
    String port = endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
    return new BusTarget(
        checked(endpoint.getHost() + port),
        new BusAccess.SharedKey(parsed.getSasKeyName(), parsed.getSasKey()),
        options);
  }

  /**
   * A namespace that takes tokens of Entra ID.
   *
   * @param namespace its host name
   */
  public static BusTarget of(
      String namespace, TokenCredential credential, Map<String, String> options) {
    return new BusTarget(checked(namespace), new BusAccess.Tokens(credential), options);
  }

  private static ConnectionStringBuilder parse(String connectionString) {
    try {
      return new ConnectionStringBuilder(connectionString);
    } catch (IllegalConnectionStringFormatException withTheStringInItsMessage) {
      throw new IllegalArgumentException(EXPECTED + "it cannot be read");
    }
  }

  /** The client library reads it as a URI, in which an address and a port don't go together. */
  private static String checked(String hostAndPort) {
    try {
      URI.create(hostAndPort);
      return hostAndPort;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the bus at %s needs a host name; the client library takes an IP address only without port"
              .formatted(hostAndPort));
    }
  }

  @Override
  public String toString() {
    return "sb://" + hostAndPort;
  }
}
