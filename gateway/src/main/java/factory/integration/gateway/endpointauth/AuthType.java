package factory.integration.gateway.endpointauth;

import factory.integration.api.subscription.EndpointAuth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways in which the platform can prove itself to an endpoint, and what each needs. */
enum AuthType {
  NONE("none", null, EndpointAuth.None.class),
  BASIC("basic", "password", EndpointAuth.Basic.class, "username"),
  BEARER("bearer", "token", EndpointAuth.Bearer.class),
  API_KEY("apiKey", "value", EndpointAuth.ApiKey.class, "header"),
  HMAC("hmac", "secret", EndpointAuth.Hmac.class, "header"),
  OAUTH2("oauth2", "clientSecret", EndpointAuth.OAuth2.class, "tokenUrl", "clientId");

  private final String label;
  private final @Nullable String secretField;
  private final Class<? extends EndpointAuth> stored;
  private final List<String> otherFields;

  AuthType(
      String label,
      @Nullable String secretField,
      Class<? extends EndpointAuth> stored,
      String... otherFields) {
    this.label = label;
    this.secretField = secretField;
    this.stored = stored;
    this.otherFields = List.of(otherFields);
  }

  static Optional<AuthType> labelled(@Nullable String label) {
    return Arrays.stream(values()).filter(type -> type.label.equals(label)).findAny();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(AuthType::label).toList();
  }

  String label() {
    return label;
  }

  /** Which field holds the secret; null when there is none. */
  @Nullable String secretField() {
    return secretField;
  }

  /** Which fields must stand there beside the secret. */
  List<String> otherFields() {
    return otherFields;
  }

  boolean allows(String field) {
    return field.equals(secretField)
        || otherFields.contains(field)
        || this == HMAC && field.equals("algorithm")
        || this == OAUTH2 && (field.equals("audience") || field.equals("clientProof"));
  }

  /** Whether the stored authentication is of this type, so that its secret can stay. */
  boolean isTypeOf(EndpointAuth auth) {
    return stored.isInstance(auth);
  }
}
