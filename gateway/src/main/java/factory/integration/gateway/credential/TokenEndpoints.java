package factory.integration.gateway.credential;

import factory.integration.api.subscription.EndpointUrl;
import factory.integration.api.subscription.TokenEndpoint;
import factory.integration.api.subscription.TokenEndpoint.ClientProof;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.TextRules;
import factory.integration.gateway.subscription.VettedUrls;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads token endpoints that the platform would call. */
final class TokenEndpoints {

  private static final int MAX_SCOPES = 50;

  private final VettedUrls urls;

  TokenEndpoints(VettedUrls urls) {
    this.urls = urls;
  }

  /**
   * The endpoint; null and errors where something is wrong with it.
   *
   * @param path before the names of its fields, such as {@code rotation.}
   */
  @Nullable TokenEndpoint read(String path, RotationForm form, FieldErrors errors) {
    EndpointUrl vetted = urls.read(path + "tokenUrl", form.tokenUrl(), errors);
    List<String> wanted = Objects.requireNonNullElse(form.scopes(), List.of());
    String clientId = form.clientId();
    checkScopes(path + "scopes", wanted, errors);
    return vetted == null || clientId == null || !errors.isEmpty()
        ? null
        : new TokenEndpoint(
            vetted,
            clientId,
            wanted,
            form.audience(),
            "form".equals(form.clientProof()) ? ClientProof.FORM : ClientProof.BASIC);
  }

  private static void checkScopes(String path, List<String> scopes, FieldErrors errors) {
    if (scopes.size() > MAX_SCOPES) {
      errors.add(path, "must not have more than " + MAX_SCOPES + " entries");
    }
    scopes.forEach(
        scope -> {
          TextRules.check(path, scope, TextRules.MAX_NAME, errors);
          if (scope == null || scope.indexOf(' ') >= 0) {
            errors.add(path, "must hold one scope in each entry, without spaces");
          }
        });
  }
}
