package factory.integration.app.tracing;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where spans go.
 *
 * @param endpoint of a collector, OTLP over HTTP; without it there are no spans
 * @param headers sent with each export, as credentials
 * @param sampleRatio share of the traces that are exported, whole ones, from 0 to 1
 */
@ConfigurationProperties("platform.tracing")
record TracingProperties(
    @Nullable URI endpoint,
    @DefaultValue Map<String, String> headers,
    @DefaultValue("1.0") double sampleRatio) {

  TracingProperties {
    if (endpoint != null && !("" + endpoint.getScheme()).matches("https?")) {
      throw new IllegalArgumentException(
          "platform.tracing.endpoint must be a URL such as http://localhost:4318/v1/traces, not "
              + endpoint);
    }
    if (!(sampleRatio >= 0 && sampleRatio <= 1)) {
      throw new IllegalArgumentException(
          "platform.tracing.sample-ratio must be from 0 to 1, not " + sampleRatio);
    }
  }

  /** Without headers, since they hold credentials. */
  @Override
  public String toString() {
    return "TracingProperties[endpoint=" + endpoint + "]";
  }
}
