package factory.integration.adapter.http;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the platform calls endpoints.
 *
 * @param maxConnections open at a time
 * @param maxConnectionsPerHost open at a time to one host and port
 * @param trustStore file (PKCS#12 or JKS) of certificates trusted beside the JDK's
 */
@ConfigurationProperties("platform.http")
record HttpProperties(
    @DefaultValue("1024") int maxConnections,
    @DefaultValue("1024") int maxConnectionsPerHost,
    @Nullable String trustStore,
    @Nullable String trustStorePassword) {

  HttpProperties {
    requirePositive("max-connections", maxConnections);
    requirePositive("max-connections-per-host", maxConnectionsPerHost);
  }

  @Override
  public String toString() {
    return "HttpProperties[maxConnections=%d, maxConnectionsPerHost=%d, trustStore=%s]"
        .formatted(maxConnections, maxConnectionsPerHost, trustStore);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "platform.http.%s is %d; set it to 1 or more".formatted(name, value));
    }
  }
}
