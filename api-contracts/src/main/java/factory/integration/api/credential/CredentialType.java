package factory.integration.api.credential;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Kinds of credential. */
public enum CredentialType {
  API_KEY("apiKey"),
  BASIC("basic"),
  BEARER("bearer"),
  OAUTH2_CLIENT_CREDENTIALS("oauth2ClientCredentials"),
  OAUTH2_REFRESH_TOKEN("oauth2RefreshToken"),
  HMAC("hmac");

  private final String label;

  CredentialType(String label) {
    this.label = label;
  }

  /** As it stands in JSON. */
  @JsonValue
  public String label() {
    return label;
  }

  /** The type of that label, if there is one. */
  public static Optional<CredentialType> labelled(String label) {
    return Arrays.stream(values()).filter(type -> type.label.equals(label)).findAny();
  }
}
