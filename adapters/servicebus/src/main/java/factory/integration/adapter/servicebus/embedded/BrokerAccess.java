package factory.integration.adapter.servicebus.embedded;

import java.util.Map;

/**
 * What a client of the broker needs.
 *
 * @param trust the certificate, as options of the connection's URI
 */
public record BrokerAccess(String connectionString, Map<String, String> trust) {

  @Override
  public String toString() {
    return "BrokerAccess[******]";
  }
}
