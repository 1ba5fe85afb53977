package factory.integration.gateway.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.credential.CredentialScheme;
import factory.integration.api.credential.CredentialSettings;
import factory.integration.api.credential.CredentialType;
import factory.integration.api.credential.CredentialView;
import factory.integration.api.credential.RotationView;
import factory.integration.api.credential.RotationWindow;
import factory.integration.api.subscription.TokenEndpoint;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credential as people see it, never its secret.
 *
 * @param version in use
 */
@Schema(name = "CredentialResource")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CredentialResource(
    CredentialId credentialId,
    String name,
    CredentialType type,
    @Nullable String header,
    @Nullable String prefix,
    @Nullable String username,
    @Nullable String algorithm,
    @Nullable String tokenUrl,
    @Nullable String clientId,
    @Nullable List<String> scopes,
    @Nullable String audience,
    @Nullable String clientProof,
    RotationForm rotation,
    @Nullable Long rotateEverySeconds,
    @Nullable RotationWindow rotationWindow,
    long overlapSeconds,
    int version,
    @Nullable Integer previousVersion,
    @Nullable Instant previousValidUntil,
    @Schema(description = "The latest rotation; absent before the first.")
        @Nullable RotationView lastRotation,
    @Nullable Instant nextRotationAt,
    Instant createdAt,
    Instant updatedAt) {

  static CredentialResource of(CredentialView view) {
    CredentialSettings settings = view.settings();
    CredentialScheme scheme = settings.scheme();
    TokenEndpoint endpoint = endpoint(scheme);
    return new CredentialResource(
        view.credentialId(),
        settings.name(),
        scheme.type(),
        header(scheme),
        scheme instanceof CredentialScheme.ApiKey key ? key.prefix() : null,
        scheme instanceof CredentialScheme.Basic basic ? basic.username() : null,
        scheme instanceof CredentialScheme.Hmac hmac ? hmac.algorithm().label() : null,
        endpoint == null ? null : endpoint.url().value(),
        endpoint == null ? null : endpoint.clientId(),
        endpoint == null ? null : endpoint.scopes(),
        endpoint == null ? null : endpoint.audience(),
        endpoint == null ? null : endpoint.clientProof().label(),
        RotationForm.of(settings.rotation()),
        settings.rotateEverySeconds(),
        settings.window(),
        settings.overlapSeconds(),
        view.version(),
        view.previousVersion(),
        view.previousValidUntil(),
        view.rotation(),
        view.nextRotationAt(),
        view.createdAt(),
        view.updatedAt());
  }

  private static @Nullable String header(CredentialScheme scheme) {
    return switch (scheme) {
      case CredentialScheme.ApiKey key -> key.header();
      case CredentialScheme.Hmac hmac -> hmac.header();
      default -> null;
    };
  }

  private static @Nullable TokenEndpoint endpoint(CredentialScheme scheme) {
    return switch (scheme) {
      case CredentialScheme.OAuth2ClientCredentials client -> client.endpoint();
      case CredentialScheme.OAuth2RefreshToken refresh -> refresh.endpoint();
      default -> null;
    };
  }
}
