package factory.integration.gateway.security;

import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.Instants;
import factory.integration.gateway.request.TextRules;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key to be issued.
 *
 * @param expiresAt the key is refused from then on; absent: never
 */
record ApiKeyRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "[\"events.publish\"]")
        @Nullable List<String> scopes,
    @Schema(format = "date-time") @Nullable String expiresAt) {

  /** When it expires; the whole request is refused where it breaks a rule. */
  @Nullable Instant validated(Instant now) {
    FieldErrors errors = new FieldErrors();
    if (name == null) {
      errors.add("name", "is required");
    }
    TextRules.check("name", name, TextRules.MAX_NAME, errors);
    checkScopes(errors);
    Instant end = Instants.parse("expiresAt", expiresAt, errors);
    if (end != null && !end.isAfter(now)) {
      errors.add("expiresAt", "must lie in the future");
    }
    errors.refuseIfAny();
    return end;
  }

  private void checkScopes(FieldErrors errors) {
    if (scopes == null || scopes.isEmpty()) {
      errors.add("scopes", "must hold at least one of " + Scope.allLabels());
      return;
    }
    for (String scope : scopes) {
      if (scope == null || Scope.labelled(scope).isEmpty()) {
        errors.add("scopes", "must hold only " + Scope.allLabels());
      }
    }
  }

  Set<String> scopeSet() {
    return scopes == null ? Set.of() : Set.copyOf(scopes);
  }
}
