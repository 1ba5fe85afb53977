package factory.integration.gateway.inbound;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What vendors may send.
 *
 * @param maxBodyBytes longest body of one webhook
 */
@ConfigurationProperties("platform.inbound")
record InboundProperties(@DefaultValue("1048576") int maxBodyBytes) {

  private static final int LARGEST = 32 << 20;

  InboundProperties {
    if (maxBodyBytes < 1_024 || maxBodyBytes > LARGEST) {
      throw new IllegalArgumentException(
          "platform.inbound.max-body-bytes must be 1024 to " + LARGEST + ", not " + maxBodyBytes);
    }
  }
}
