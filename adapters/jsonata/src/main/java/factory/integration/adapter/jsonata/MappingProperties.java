package factory.integration.adapter.jsonata;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** How long a mapping may run and how much it may read and make. */
@ConfigurationProperties("platform.mapping")
record MappingProperties(
    @DefaultValue("250ms") Duration timeout,
    @DefaultValue("1MB") DataSize maxSize,
    @DefaultValue("200") int maxDepth) {

  private static final int MOST_BYTES = 16 << 20;

  MappingProperties {
    if (timeout.compareTo(Duration.ofMillis(1)) < 0
        || timeout.compareTo(Duration.ofSeconds(10)) > 0) {
      throw new IllegalArgumentException("platform.mapping.timeout must be from 1ms to 10s");
    }
    if (maxSize.toBytes() < 1 || maxSize.toBytes() > MOST_BYTES) {
      throw new IllegalArgumentException("platform.mapping.max-size must be from 1B to 16MB");
    }
    if (maxDepth < 20 || maxDepth > 500) {
      throw new IllegalArgumentException("platform.mapping.max-depth must be from 20 to 500");
    }
  }

  MappingLimits limits() {
    return new MappingLimits(timeout, (int) maxSize.toBytes(), maxDepth);
  }
}
