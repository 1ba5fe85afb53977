package factory.integration.api.subscription;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import factory.integration.api.vault.SecretRef;

/** How the platform proves itself to an endpoint, beside the webhook signature. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = EndpointAuth.None.class, name = "none"),
  @JsonSubTypes.Type(value = EndpointAuth.Basic.class, name = "basic"),
  @JsonSubTypes.Type(value = EndpointAuth.Bearer.class, name = "bearer"),
  @JsonSubTypes.Type(value = EndpointAuth.ApiKey.class, name = "apiKey"),
  @JsonSubTypes.Type(value = EndpointAuth.Hmac.class, name = "hmac"),
  @JsonSubTypes.Type(value = EndpointAuth.OAuth2.class, name = "oauth2")
})
public sealed interface EndpointAuth {

  /** Nothing beside the signature. */
  record None() implements EndpointAuth {}

  /** {@code Authorization: Basic …}; the secret is the password. */
  record Basic(String username, SecretRef password) implements EndpointAuth {}

  /** {@code Authorization: Bearer …}. */
  record Bearer(SecretRef token) implements EndpointAuth {}

  /** The secret as the value of a header of the subscriber's choice. */
  record ApiKey(String header, SecretRef value) implements EndpointAuth {}

  /** {@code sha256=<hex>} over the body, in a header of the subscriber's choice. */
  record Hmac(String header, SecretRef secret, HmacAlgorithm algorithm) implements EndpointAuth {}

  /** A bearer token that a token endpoint gives for a client's secret. */
  record OAuth2(TokenEndpoint endpoint, SecretRef clientSecret) implements EndpointAuth {}
}
