package factory.integration.saga.publication;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the bus carries.
 *
 * @param maxMessageSize longest envelope that goes whole; the namespace's limit less what the
 *     properties beside it take
 */
@ConfigurationProperties("platform.bus")
record PublicationProperties(@DefaultValue("200KB") DataSize maxMessageSize) {

  private static final DataSize LEAST = DataSize.ofKilobytes(4);

  PublicationProperties {
    if (maxMessageSize.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          "platform.bus.max-message-size must be at least 4KB, not " + maxMessageSize);
    }
  }
}
