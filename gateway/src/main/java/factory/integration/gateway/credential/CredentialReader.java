package factory.integration.gateway.credential;

import factory.integration.api.credential.CredentialScheme;
import factory.integration.api.credential.CredentialSettings;
import factory.integration.api.credential.CredentialType;
import factory.integration.api.credential.RotationMethod;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.HmacAlgorithm;
import factory.integration.api.subscription.TokenEndpoint;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.TextRules;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes settings out of what somebody registers, or refuses with all that is wrong. */
final class CredentialReader {

  private static final String LABELS =
      Arrays.stream(CredentialType.values())
          .map(CredentialType::label)
          .collect(Collectors.joining(", "));
  private static final long DEFAULT_OVERLAP = 86_400;
  private static final long MAX_OVERLAP = 30L * 86_400;
  private static final long MAX_PERIOD = 365L * 86_400;

  private final TokenEndpoints endpoints;
  private final RotationReader rotations;
  private final CredentialVault vault;

  CredentialReader(TokenEndpoints endpoints, RotationReader rotations, CredentialVault vault) {
    this.endpoints = endpoints;
    this.rotations = rotations;
    this.vault = vault;
  }

  /** The settings; their secrets are in the vault when it returns, and not when it refuses. */
  CredentialSettings read(CredentialRequest request, TenantId tenant) {
    FieldErrors errors = new FieldErrors();
    CredentialType type = type(request, errors);
    TextRules.check("name", request.name(), TextRules.MAX_NAME, errors);
    if (request.name() == null) {
      errors.add("name", "is required");
    }
    CredentialFields.of(type).check(request.given(), errors);
    TokenEndpoint endpoint = endpoint(type, request, errors);
    rotations.check(type, request, errors);
    checkTimes(request, errors);
    errors.refuseIfAny();
    RotationMethod method = rotations.read(request.rotation(), tenant);
    return new CredentialSettings(
        Objects.requireNonNull(request.name()),
        scheme(type, request, endpoint, tenant),
        method,
        request.rotateEverySeconds(),
        request.rotationWindow(),
        Objects.requireNonNullElse(request.overlapSeconds(), DEFAULT_OVERLAP));
  }

  private static CredentialType type(CredentialRequest request, FieldErrors errors) {
    String label = Objects.requireNonNullElse(request.type(), "");
    return CredentialType.labelled(label)
        .orElseThrow(
            () -> {
              errors.add("type", "must be one of " + LABELS);
              errors.refuseIfAny();
              return new IllegalStateException("refused already");
            });
  }

  private @Nullable TokenEndpoint endpoint(
      CredentialType type, CredentialRequest request, FieldErrors errors) {
    boolean isOAuth =
        type == CredentialType.OAUTH2_CLIENT_CREDENTIALS
            || type == CredentialType.OAUTH2_REFRESH_TOKEN;
    if (!isOAuth && request.scopes() != null) {
      errors.add("scopes", "does not belong to the type " + type.label());
    }
    RotationForm form =
        new RotationForm(
            null,
            request.tokenUrl(),
            request.clientId(),
            null,
            request.scopes(),
            request.audience(),
            request.clientProof());
    return isOAuth ? endpoints.read("", form, errors) : null;
  }

  private static void checkTimes(CredentialRequest request, FieldErrors errors) {
    Long every = request.rotateEverySeconds();
    if (every != null && (every < 60 || every > MAX_PERIOD)) {
      errors.add("rotateEverySeconds", "must be 60 to " + MAX_PERIOD);
    }
    if (every == null && request.rotationWindow() != null) {
      errors.add("rotationWindow", "belongs to a schedule; give rotateEverySeconds too");
    }
    Long overlap = request.overlapSeconds();
    if (overlap != null && (overlap < 0 || overlap > MAX_OVERLAP)) {
      errors.add("overlapSeconds", "must be 0 to " + MAX_OVERLAP);
    }
  }

  private CredentialScheme scheme(
      CredentialType type,
      CredentialRequest request,
      @Nullable TokenEndpoint endpoint,
      TenantId tenant) {
    Map<String, String> given = request.given();
    return switch (type) {
      case API_KEY -> new CredentialScheme.ApiKey(field(given, "header"), request.prefix());
      case BASIC -> new CredentialScheme.Basic(field(given, "username"));
      case BEARER -> new CredentialScheme.Bearer();
      case OAUTH2_CLIENT_CREDENTIALS ->
          new CredentialScheme.OAuth2ClientCredentials(Objects.requireNonNull(endpoint));
      case OAUTH2_REFRESH_TOKEN ->
          new CredentialScheme.OAuth2RefreshToken(
              Objects.requireNonNull(endpoint), vault.keep(tenant, request.clientSecret()));
      case HMAC ->
          new CredentialScheme.Hmac(
              field(given, "header"),
              "sha512".equals(request.algorithm()) ? HmacAlgorithm.SHA512 : HmacAlgorithm.SHA256);
    };
  }

  private static String field(Map<String, String> given, String name) {
    return Objects.requireNonNull(given.get(name));
  }
}
