package factory.integration.gateway.credential;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A next version that somebody hands in: the field that holds the type's secret. */
@Schema(
    name = "CredentialSecret",
    description =
        "apiKey: value; basic: password; bearer: token; oauth2ClientCredentials: clientSecret;"
            + " oauth2RefreshToken: refreshToken; hmac: secret. Nothing where the credential's"
            + " method of rotation gives the next version.")
record NewSecret(
    @Nullable String value,
    @Nullable String password,
    @Nullable String token,
    @Nullable String clientSecret,
    @Nullable String refreshToken,
    @Nullable String secret) {

  Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "value", value);
    put(given, "password", password);
    put(given, "token", token);
    put(given, "clientSecret", clientSecret);
    put(given, "refreshToken", refreshToken);
    put(given, "secret", secret);
    return given;
  }

  private static void put(Map<String, String> given, String name, @Nullable String text) {
    if (text != null) {
      given.put(name, text);
    }
  }

  @Override
  public String toString() {
    return "NewSecret" + given().keySet();
  }
}
