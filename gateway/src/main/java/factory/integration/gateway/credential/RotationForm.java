package factory.integration.gateway.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.credential.RotationMethod;
import factory.integration.api.subscription.TokenEndpoint;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where next versions come from, as it stands in requests and, without secrets, in answers. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "CredentialRotation",
    description =
        "supplied: with the request to rotate; generated: 32 random bytes; tokenEndpoint: an access"
            + " token for tokenUrl, clientId and clientSecret, or, of an oauth2RefreshToken, a new"
            + " refresh token.")
record RotationForm(
    @Schema(
            allowableValues = {"supplied", "generated", "tokenEndpoint"},
            defaultValue = "supplied")
        @Nullable String method,
    @Nullable String tokenUrl,
    @Nullable String clientId,
    @Schema(accessMode = Schema.AccessMode.WRITE_ONLY) @Nullable String clientSecret,
    @Nullable List<String> scopes,
    @Nullable String audience,
    @Schema(allowableValues = {"basic", "form"}) @Nullable String clientProof) {

  static final String SUPPLIED = "supplied";
  static final String GENERATED = "generated";
  static final String TOKEN_ENDPOINT = "tokenEndpoint";

  static RotationForm of(RotationMethod method) {
    return switch (method) {
      case RotationMethod.Supplied _ -> of(SUPPLIED, null);
      case RotationMethod.Generated _ -> of(GENERATED, null);
      case RotationMethod.FromTokenEndpoint it -> of(TOKEN_ENDPOINT, it.endpoint());
      case RotationMethod.ByOperation _ -> of("operation", null);
    };
  }

  private static RotationForm of(String method, @Nullable TokenEndpoint endpoint) {
    return endpoint == null
        ? new RotationForm(method, null, null, null, null, null, null)
        : new RotationForm(
            method,
            endpoint.url().value(),
            endpoint.clientId(),
            null,
            endpoint.scopes(),
            endpoint.audience(),
            endpoint.clientProof().label());
  }

  /** Whether it describes a token endpoint of its own. */
  boolean hasEndpoint() {
    return tokenUrl != null || clientId != null || clientSecret != null;
  }

  @Override
  public String toString() {
    return "RotationForm[" + method + "]";
  }
}
