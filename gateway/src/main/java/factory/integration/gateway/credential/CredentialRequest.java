package factory.integration.gateway.credential;

import factory.integration.api.credential.RotationWindow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A credential as it is registered. */
@Schema(
    name = "Credential",
    description =
        "apiKey: header, prefix, value; basic: username, password; bearer: token;"
            + " oauth2ClientCredentials: tokenUrl, clientId, clientSecret;"
            + " oauth2RefreshToken: tokenUrl, clientId, clientSecret, refreshToken;"
            + " hmac: header, algorithm, secret.")
record CredentialRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 128) @Nullable String name,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {
              "apiKey",
              "basic",
              "bearer",
              "oauth2ClientCredentials",
              "oauth2RefreshToken",
              "hmac"
            })
        @Nullable String type,
    @Nullable String header,
    @Schema(description = "Stands before the value, such as Token and a space.")
        @Nullable String prefix,
    @Nullable String value,
    @Nullable String username,
    @Nullable String password,
    @Nullable String token,
    @Nullable String secret,
    @Schema(
            allowableValues = {"sha256", "sha512"},
            defaultValue = "sha256")
        @Nullable String algorithm,
    @Nullable String tokenUrl,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable String refreshToken,
    @Nullable List<String> scopes,
    @Nullable String audience,
    @Schema(
            allowableValues = {"basic", "form"},
            defaultValue = "basic")
        @Nullable String clientProof,
    @Nullable RotationForm rotation,
    @Schema(minimum = "60", maximum = "31536000") @Nullable Long rotateEverySeconds,
    @Nullable RotationWindow rotationWindow,
    @Schema(minimum = "0", maximum = "2592000", defaultValue = "86400")
        @Nullable Long overlapSeconds) {

  /** The texts that belong to one type or another, by name. */
  Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "header", header);
    put(given, "prefix", prefix);
    put(given, "value", value);
    put(given, "username", username);
    put(given, "password", password);
    put(given, "token", token);
    put(given, "secret", secret);
    put(given, "algorithm", algorithm);
    put(given, "tokenUrl", tokenUrl);
    put(given, "clientId", clientId);
    put(given, "clientSecret", clientSecret);
    put(given, "refreshToken", refreshToken);
    put(given, "audience", audience);
    put(given, "clientProof", clientProof);
    return given;
  }

  private static void put(Map<String, String> given, String name, @Nullable String text) {
    if (text != null) {
      given.put(name, text);
    }
  }

  /** Never the secrets, whatever logs it. */
  @Override
  public String toString() {
    return "CredentialRequest[" + type + "]";
  }
}
