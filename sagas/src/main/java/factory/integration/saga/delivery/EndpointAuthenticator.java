package factory.integration.saga.delivery;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.EndpointAuth;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretVault;
import factory.integration.saga.oauth.AccessTokens;
import factory.integration.saga.oauth.IssuedToken;
import factory.integration.saga.oauth.TokenClient;
import factory.integration.saga.oauth.TokenGrant;
import factory.integration.saga.oauth.TokenRefused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Proves the platform to an endpoint in the way that its subscription asks for. */
final class EndpointAuthenticator {

  private final SecretVault vault;
  private final AccessTokens tokens;
  private final TokenClient client;

  EndpointAuthenticator(SecretVault vault, AccessTokens tokens, TokenClient client) {
    this.vault = vault;
    this.tokens = tokens;
    this.client = client;
  }

  /**
   * The header that authenticates a call with that body; empty when none is asked for.
   *
   * @throws TokenRefused when a token endpoint gives no token
   */
  Optional<Proof> prove(TenantId tenant, EndpointAuth auth, byte[] body) {
    return switch (auth) {
      case EndpointAuth.None _ -> Optional.empty();
      case EndpointAuth.Basic basic -> {
        String password = secret(tenant, basic.password());
        String pair = base64(basic.username() + ":" + password);
        yield Optional.of(new Proof("authorization", "Basic " + pair, List.of(pair, password)));
      }
      case EndpointAuth.Bearer bearer -> {
        String token = secret(tenant, bearer.token());
        yield Optional.of(new Proof("authorization", "Bearer " + token, List.of(token)));
      }
      case EndpointAuth.ApiKey key -> {
        String value = secret(tenant, key.value());
        yield Optional.of(new Proof(key.header(), value, List.of(value)));
      }
      case EndpointAuth.Hmac hmac ->
          Optional.of(new Proof(hmac.header(), hmac(tenant, body, hmac), List.of()));
      case EndpointAuth.OAuth2 oauth -> {
        String token =
            tokens.get(tokenName(tenant, oauth), () -> fetch(tenant, oauth)).accessToken();
        yield Optional.of(new Proof("authorization", "Bearer " + token, List.of(token)));
      }
    };
  }

  /** Does not send a token again that the endpoint refused; answers whether there was one. */
  boolean refused(TenantId tenant, EndpointAuth auth, List<String> credentials) {
    if (!(auth instanceof EndpointAuth.OAuth2 oauth)) {
      return false;
    }
    credentials.forEach(token -> tokens.forget(tokenName(tenant, oauth), token));
    return true;
  }

  private IssuedToken fetch(TenantId tenant, EndpointAuth.OAuth2 oauth) {
    String clientSecret = secret(tenant, oauth.clientSecret());
    return client.fetch(new TokenGrant.ClientCredentials(oauth.endpoint(), clientSecret));
  }

  /** Whoever asks the same endpoint with the same secret for the same gets the same token. */
  private static String tokenName(TenantId tenant, EndpointAuth.OAuth2 oauth) {
    return tenant + " " + oauth.clientSecret() + " " + oauth.endpoint();
  }

  /** A secret of the tenant; one that is missing is a fault of our own. */
  String secret(TenantId tenant, SecretRef ref) {
    return vault
        .find(tenant, ref)
        .orElseThrow(() -> new IllegalStateException("the vault has no secret " + ref));
  }

  private String hmac(TenantId tenant, byte[] body, EndpointAuth.Hmac hmac) {
    byte[] key = secret(tenant, hmac.secret()).getBytes(StandardCharsets.UTF_8);
    byte[] mac = WebhookSignature.mac(hmac.algorithm().jcaName(), key).doFinal(body);
    return hmac.algorithm().label() + "=" + HexFormat.of().formatHex(mac);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A header that authenticates.
   *
   * @param credentials what of it gives access to whoever sees it
   */
  record Proof(String header, String value, List<String> credentials) {

    @Override
    public String toString() {
      return header;
    }
  }
}
