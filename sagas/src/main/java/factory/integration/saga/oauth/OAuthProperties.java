package factory.integration.saga.oauth;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of OAuth 2 clients.
 *
 * @param tokenTimeout total time of one call of a token endpoint
 */
@ConfigurationProperties("platform.oauth")
record OAuthProperties(@DefaultValue("10s") Duration tokenTimeout) {

  OAuthProperties {
    if (tokenTimeout.toMillis() < 1 || tokenTimeout.toSeconds() > 60) {
      throw new IllegalArgumentException(
          "platform.oauth.token-timeout is at most 60s, not " + tokenTimeout);
    }
  }
}
