package factory.integration.saga.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of connections.
 *
 * @param probeInterval how often each established connection is probed
 */
@ConfigurationProperties("platform.connections")
record ConnectionProperties(@DefaultValue("60s") Duration probeInterval) {

  private static final Duration SHORTEST = Duration.ofMillis(100);

  ConnectionProperties {
    if (probeInterval.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "platform.connections.probe-interval is at least 100ms, not " + probeInterval);
    }
  }
}
