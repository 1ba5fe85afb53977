package factory.integration.gateway.endpointauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import factory.integration.api.subscription.EndpointAuth;
import factory.integration.api.subscription.TokenEndpoint;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the platform proves itself to an endpoint, as it stands in requests and, with secrets masked,
 * in answers.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder("type")
@Schema(
    name = "EndpointAuth",
    description =
        "none; basic: username, password; bearer: token; apiKey: header, value; hmac: header,"
            + " secret, algorithm; oauth2 (client credentials): tokenUrl, clientId, clientSecret,"
            + " scopes, audience, clientProof. Secrets are shown as ***; sent back so, they stay as"
            + " they are.")
public record AuthForm(
    @Schema(allowableValues = {"none", "basic", "bearer", "apiKey", "hmac", "oauth2"})
        @Nullable String type,
    @Nullable String username,
    @Nullable String password,
    @Nullable String token,
    @Nullable String header,
    @Nullable String value,
    @Nullable String secret,
    @Schema(allowableValues = {"sha256", "sha512"}) @Nullable String algorithm,
    @Nullable String tokenUrl,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable List<String> scopes,
    @Nullable String audience,
    @Schema(allowableValues = {"basic", "form"}) @Nullable String clientProof) {

  static final String MASK = "***";

  /** An authentication without a token endpoint. */
  private static AuthForm plain(
      String type,
      @Nullable String username,
      @Nullable String password,
      @Nullable String token,
      @Nullable String header,
      @Nullable String value) {
    return new AuthForm(
        type, username, password, token, header, value, null, null, null, null, null, null, null,
        null);
  }

  /** The stored authentication, its secret masked. */
  public static AuthForm of(EndpointAuth auth) {
    return switch (auth) {
      case EndpointAuth.None _ -> plain("none", null, null, null, null, null);
      case EndpointAuth.Basic basic -> plain("basic", basic.username(), MASK, null, null, null);
      case EndpointAuth.Bearer _ -> plain("bearer", null, null, MASK, null, null);
      case EndpointAuth.ApiKey key -> plain("apiKey", null, null, null, key.header(), MASK);
      case EndpointAuth.Hmac hmac -> of(hmac);
      case EndpointAuth.OAuth2 oauth -> of(oauth.endpoint());
    };
  }

  private static AuthForm of(EndpointAuth.Hmac hmac) {
    return new AuthForm(
        "hmac",
        null,
        null,
        null,
        hmac.header(),
        null,
        MASK,
        hmac.algorithm().label(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static AuthForm of(TokenEndpoint endpoint) {
    return new AuthForm(
        "oauth2",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        endpoint.url().value(),
        endpoint.clientId(),
        MASK,
        endpoint.scopes(),
        endpoint.audience(),
        endpoint.clientProof().label());
  }

  /** The fields that stand there, by name, the type excepted. */
  Map<String, String> given() {
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, "username", username);
    put(fields, "password", password);
    put(fields, "token", token);
    put(fields, "header", header);
    put(fields, "value", value);
    put(fields, "secret", secret);
    put(fields, "algorithm", algorithm);
    put(fields, "tokenUrl", tokenUrl);
    put(fields, "clientId", clientId);
    put(fields, "clientSecret", clientSecret);
    put(fields, "audience", audience);
    put(fields, "clientProof", clientProof);
    return fields;
  }

  private static void put(Map<String, String> fields, String name, @Nullable String text) {
    if (text != null) {
      fields.put(name, text);
    }
  }

  /** Never the secrets, whatever logs it. */
  @Override
  public String toString() {
    return "AuthForm[type=" + type + "]";
  }
}
