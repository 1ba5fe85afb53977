package factory.integration.gateway.event;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be published at once.
 *
 * @param maxBodyBytes longest body of one event
 * @param maxBatchBytes longest body of many events
 */
@ConfigurationProperties("platform.publish")
public record PublishProperties(
    @DefaultValue("262144") int maxBodyBytes, @DefaultValue("16777216") int maxBatchBytes) {

  private static final int LARGEST = 64 << 20;

  public PublishProperties {
    check("platform.publish.max-body-bytes", maxBodyBytes);
    check("platform.publish.max-batch-bytes", maxBatchBytes);
  }

  private static void check(String name, int bytes) {
    if (bytes < 1_024 || bytes > LARGEST) {
      throw new IllegalArgumentException(name + " must be 1024 to " + LARGEST + ", not " + bytes);
    }
  }
}
