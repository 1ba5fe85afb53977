package factory.integration.gateway.credential;

import factory.integration.api.credential.CredentialType;
import factory.integration.api.credential.RotationMethod;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.TokenEndpoint;
import factory.integration.gateway.problem.FieldErrors;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads where a credential's next versions come from. */
final class RotationReader {

  private static final List<String> METHODS =
      List.of(RotationForm.SUPPLIED, RotationForm.GENERATED, RotationForm.TOKEN_ENDPOINT);

  private final TokenEndpoints endpoints;
  private final CredentialVault vault;

  RotationReader(TokenEndpoints endpoints, CredentialVault vault) {
    this.endpoints = endpoints;
    this.vault = vault;
  }

  void check(CredentialType type, CredentialRequest request, FieldErrors errors) {
    RotationForm form = request.rotation();
    String method = method(form);
    if (!METHODS.contains(method)) {
      errors.add("rotation.method", "must be one of " + String.join(", ", METHODS));
    }
    if (method.equals(RotationForm.SUPPLIED) && request.rotateEverySeconds() != null) {
      errors.add("rotateEverySeconds", "needs a rotation.method that works by itself");
    }
    if (method.equals(RotationForm.GENERATED) && isOAuth(type)) {
      errors.add("rotation.method", "can't be generated for the type " + type.label());
    }
    if (form != null) {
      checkEndpoint(type, method, form, errors);
    }
  }

  private void checkEndpoint(
      CredentialType type, String method, RotationForm form, FieldErrors errors) {
    boolean needsEndpoint =
        method.equals(RotationForm.TOKEN_ENDPOINT) && type != CredentialType.OAUTH2_REFRESH_TOKEN;
    if (!needsEndpoint && form.hasEndpoint()) {
      errors.add("rotation.tokenUrl", "does not belong to this method and type");
    } else if (needsEndpoint && type != CredentialType.BEARER && type != CredentialType.API_KEY) {
      errors.add("rotation.method", "can't be tokenEndpoint for the type " + type.label());
    } else if (needsEndpoint) {
      endpoints.read("rotation.", form, errors);
      checkClient(form, errors);
    }
  }

  private static void checkClient(RotationForm form, FieldErrors errors) {
    if (form.clientId() == null || form.clientSecret() == null) {
      errors.add("rotation.clientSecret", "is required, with rotation.clientId");
      return;
    }
    Map.of("clientId", form.clientId(), "clientSecret", form.clientSecret())
        .forEach((field, text) -> CredentialFields.checkText(field, text, errors));
  }

  /** The method of a form that was checked; its secret is in the vault when this returns. */
  RotationMethod read(@Nullable RotationForm form, TenantId tenant) {
    if (form == null || method(form).equals(RotationForm.SUPPLIED)) {
      return new RotationMethod.Supplied();
    }
    if (method(form).equals(RotationForm.GENERATED)) {
      return new RotationMethod.Generated();
    }
    TokenEndpoint endpoint =
        form.hasEndpoint() ? endpoints.read("rotation.", form, new FieldErrors()) : null;
    return new RotationMethod.FromTokenEndpoint(endpoint, vault.keep(tenant, form.clientSecret()));
  }

  private static String method(@Nullable RotationForm form) {
    return form == null
        ? RotationForm.SUPPLIED
        : Objects.requireNonNullElse(form.method(), RotationForm.SUPPLIED);
  }

  private static boolean isOAuth(CredentialType type) {
    return type == CredentialType.OAUTH2_CLIENT_CREDENTIALS
        || type == CredentialType.OAUTH2_REFRESH_TOKEN;
  }
}
