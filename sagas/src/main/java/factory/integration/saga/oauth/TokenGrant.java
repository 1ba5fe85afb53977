package factory.integration.saga.oauth;

import factory.integration.api.subscription.TokenEndpoint;
import org.jspecify.annotations.Nullable;

/** For what a token endpoint gives a token. */
public sealed interface TokenGrant {

  TokenEndpoint endpoint();

  @Nullable String clientSecret();

  /** A client proves itself. */
  record ClientCredentials(TokenEndpoint endpoint, String clientSecret) implements TokenGrant {

    @Override
    public String toString() {
      return "ClientCredentials[" + endpoint.url() + "]";
    }
  }

  /**
   * A token that was given before.
   *
   * @param clientSecret absent for a public client
   */
  record RefreshToken(TokenEndpoint endpoint, @Nullable String clientSecret, String token)
      implements TokenGrant {

    @Override
    public String toString() {
      return "RefreshToken[" + endpoint.url() + "]";
    }
  }
}
