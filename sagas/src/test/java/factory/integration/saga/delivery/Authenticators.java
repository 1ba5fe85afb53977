package factory.integration.saga.delivery;

import factory.integration.api.vault.SecretVault;
import factory.integration.saga.SettableClock;
import factory.integration.saga.oauth.AccessTokens;
import factory.integration.saga.oauth.FakeTokenEndpoint;
import factory.integration.saga.oauth.TokenClient;
import factory.integration.saga.oauth.TokenTransport;
import java.time.Duration;

/** Authenticators with token endpoints in memory. */
final class Authenticators {

  private Authenticators() {}

  static EndpointAuthenticator with(SecretVault vault) {
    return with(vault, new FakeTokenEndpoint());
  }

  static EndpointAuthenticator with(SecretVault vault, TokenTransport endpoint) {
    SettableClock clock = new SettableClock();
    return new EndpointAuthenticator(
        vault, new AccessTokens(clock), new TokenClient(endpoint, clock, Duration.ofSeconds(10)));
  }
}
