package factory.integration.api.provider;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a provider's API can be told who calls. */
public enum AuthScheme {
  /** Nobody asks. */
  @JsonProperty("none")
  NONE,
  @JsonProperty("apiKey")
  API_KEY,
  @JsonProperty("basic")
  BASIC,
  @JsonProperty("bearer")
  BEARER,
  @JsonProperty("oauth2ClientCredentials")
  OAUTH2_CLIENT_CREDENTIALS,
  @JsonProperty("oauth2RefreshToken")
  OAUTH2_REFRESH_TOKEN,
  @JsonProperty("hmac")
  HMAC
}
