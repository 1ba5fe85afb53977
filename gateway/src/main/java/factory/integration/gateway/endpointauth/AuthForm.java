package factory.integration.gateway.endpointauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import factory.integration.api.subscription.EndpointAuth;
import factory.integration.api.subscription.HmacAlgorithm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
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
            + " secret, algorithm. Secrets are shown as ***; sent back so, they stay as they are.")
public record AuthForm(
    @Schema(allowableValues = {"none", "basic", "bearer", "apiKey", "hmac"}) @Nullable String type,
    @Nullable String username,
    @Nullable String password,
    @Nullable String token,
    @Nullable String header,
    @Nullable String value,
    @Nullable String secret,
    @Schema(allowableValues = {"sha256", "sha512"}) @Nullable String algorithm) {

  static final String MASK = "***";

  /** The stored authentication, its secret masked. */
  public static AuthForm of(EndpointAuth auth) {
    return switch (auth) {
      case EndpointAuth.None none -> new AuthForm("none", null, null, null, null, null, null, null);
      case EndpointAuth.Basic basic ->
          new AuthForm("basic", basic.username(), MASK, null, null, null, null, null);
      case EndpointAuth.Bearer bearer ->
          new AuthForm("bearer", null, null, MASK, null, null, null, null);
      case EndpointAuth.ApiKey key ->
          new AuthForm("apiKey", null, null, null, key.header(), MASK, null, null);
      case EndpointAuth.Hmac(String header, var secret, HmacAlgorithm algorithm) ->
          new AuthForm("hmac", null, null, null, header, null, MASK, algorithm.label());
    };
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
