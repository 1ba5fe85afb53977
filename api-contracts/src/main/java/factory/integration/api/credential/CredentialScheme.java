package factory.integration.api.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import factory.integration.api.subscription.HmacAlgorithm;
import factory.integration.api.subscription.TokenEndpoint;
import factory.integration.api.vault.SecretRef;
import org.jspecify.annotations.Nullable;

/** How a credential is sent; its secret value stands in the vault, one for each version. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CredentialScheme.ApiKey.class, name = "apiKey"),
  @JsonSubTypes.Type(value = CredentialScheme.Basic.class, name = "basic"),
  @JsonSubTypes.Type(value = CredentialScheme.Bearer.class, name = "bearer"),
  @JsonSubTypes.Type(
      value = CredentialScheme.OAuth2ClientCredentials.class,
      name = "oauth2ClientCredentials"),
  @JsonSubTypes.Type(
      value = CredentialScheme.OAuth2RefreshToken.class,
      name = "oauth2RefreshToken"),
  @JsonSubTypes.Type(value = CredentialScheme.Hmac.class, name = "hmac")
})
public sealed interface CredentialScheme {

  /** The kind of credential that is sent so. */
  default CredentialType type() {
    return switch (this) {
      case ApiKey _ -> CredentialType.API_KEY;
      case Basic _ -> CredentialType.BASIC;
      case Bearer _ -> CredentialType.BEARER;
      case OAuth2ClientCredentials _ -> CredentialType.OAUTH2_CLIENT_CREDENTIALS;
      case OAuth2RefreshToken _ -> CredentialType.OAUTH2_REFRESH_TOKEN;
      case Hmac _ -> CredentialType.HMAC;
    };
  }

  /** The secret, after a prefix where there is one, as the value of a header. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ApiKey(String header, @Nullable String prefix) implements CredentialScheme {}

  /** {@code Authorization: Basic …}; the secret is the password. */
  record Basic(String username) implements CredentialScheme {}

  /** {@code Authorization: Bearer …}; the secret is the token. */
  record Bearer() implements CredentialScheme {}

  /** A bearer token that the endpoint gives for the client's secret. */
  record OAuth2ClientCredentials(TokenEndpoint endpoint) implements CredentialScheme {}

  /**
   * A bearer token that the endpoint gives for a refresh token, which is the secret.
   *
   * @param clientSecret absent for a public client; it does not rotate
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OAuth2RefreshToken(TokenEndpoint endpoint, @Nullable SecretRef clientSecret)
      implements CredentialScheme {}

  /** {@code sha256=<hex>} over the body in a header; the secret is the key. */
  record Hmac(String header, HmacAlgorithm algorithm) implements CredentialScheme {}
}
