package factory.integration.gateway.provider;

import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.mapping.MappingFailed;
import factory.integration.api.provider.BaseUrl;
import factory.integration.api.provider.HealthProbe;
import factory.integration.api.provider.ProviderSettings;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.provider.ProviderRequest.HealthProbeRequest;
import factory.integration.gateway.request.TextRules;
import factory.integration.gateway.subscription.VettedUrls;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes settings out of what was sent, or refuses with all that is wrong. */
public final class ProviderReader {

  private static final Pattern KEY = Pattern.compile("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?");
  private static final Set<String> PROBES = Set.of("GET", "HEAD", "POST");
  private static final int MAX_NAME = 128;
  private static final int MAX_URL = 2_048;
  private static final int MAX_CAPABILITIES = 200;
  private static final int MAX_CALLS = 10_000;

  private final VettedUrls urls;
  private final JsonMapping mapping;

  ProviderReader(VettedUrls urls, JsonMapping mapping) {
    this.urls = urls;
    this.mapping = mapping;
  }

  /** The settings, or a refusal that names every field that is wrong. */
  public ProviderSettings read(ProviderRequest request) {
    FieldErrors errors = new FieldErrors();
    checkKey(request.key(), errors);
    if (request.name() == null) {
      errors.add("name", "is required");
    }
    TextRules.check("name", request.name(), MAX_NAME, errors);
    BaseUrl baseUrl = baseUrl(request.baseUrl(), errors);
    List<String> capabilities = capabilities(request.capabilities(), errors);
    HealthProbe probe = probe(request.healthProbe(), errors);
    checkOthers(request, errors);
    errors.refuseIfAny();
    return new ProviderSettings(
        Objects.requireNonNull(request.key()),
        Objects.requireNonNull(request.name()),
        Objects.requireNonNull(baseUrl),
        Objects.requireNonNullElse(request.authSchemes(), List.of()),
        capabilities,
        probe,
        request.callsPerSecond(),
        request.documentationUrl());
  }

  private static void checkKey(@Nullable String key, FieldErrors errors) {
    if (key == null || !KEY.matcher(key).matches()) {
      errors.add("key", "must be 1 to 64 small letters, digits and hyphens between them");
    }
  }

  private @Nullable BaseUrl baseUrl(@Nullable String text, FieldErrors errors) {
    return urls.read("baseUrl", text, errors) == null
        ? null
        : errors.attempt("baseUrl", () -> new BaseUrl(Objects.requireNonNull(text)));
  }

  private static List<String> capabilities(@Nullable List<String> given, FieldErrors errors) {
    if (given == null) {
      return List.of();
    }
    if (given.size() > MAX_CAPABILITIES) {
      errors.add("capabilities", "must not have more than " + MAX_CAPABILITIES + " names");
    }
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i) == null || given.get(i).isBlank() || given.get(i).length() > MAX_NAME) {
        errors.add("capabilities." + i, "must have 1 to " + MAX_NAME + " characters");
      }
    }
    if (new HashSet<>(given).size() < given.size()) {
      errors.add("capabilities", "must not name an operation twice");
    }
    return errors.isEmpty() ? given : List.of();
  }

  private @Nullable HealthProbe probe(@Nullable HealthProbeRequest probe, FieldErrors errors) {
    if (probe == null) {
      return null;
    }
    String method = Objects.requireNonNullElse(probe.method(), "GET");
    if (!PROBES.contains(method)) {
      errors.add("healthProbe.method", "must be GET, HEAD or POST");
    }
    PathRules.check("healthProbe.path", probe.path(), errors);
    List<Integer> statuses = Objects.requireNonNullElse(probe.successStatuses(), List.of());
    PathRules.checkStatuses("healthProbe.successStatuses", statuses, errors);
    checkMapping("healthProbe.successWhen", probe.successWhen(), errors);
    return errors.isEmpty()
        ? new HealthProbe(
            method, Objects.requireNonNull(probe.path()), statuses, probe.successWhen())
        : null;
  }

  private void checkMapping(String field, @Nullable String expression, FieldErrors errors) {
    if (expression != null) {
      try {
        mapping.check(expression);
      } catch (MappingFailed e) {
        errors.add(field, String.valueOf(e.getMessage()));
      }
    }
  }

  private static void checkOthers(ProviderRequest request, FieldErrors errors) {
    List<?> schemes = request.authSchemes();
    if (schemes != null && new HashSet<>(schemes).size() < schemes.size()) {
      errors.add("authSchemes", "must not name a scheme twice");
    }
    if (schemes != null && schemes.contains(null)) {
      errors.add("authSchemes", "must not hold null");
    }
    Integer calls = request.callsPerSecond();
    if (calls != null && (calls < 1 || calls > MAX_CALLS)) {
      errors.add("callsPerSecond", "must be 1 to " + MAX_CALLS);
    }
    TextRules.check("documentationUrl", request.documentationUrl(), MAX_URL, errors);
    if (request.documentationUrl() != null
        && !request.documentationUrl().matches("(?i)https?://.+")) {
      errors.add("documentationUrl", "must start with https:// or http://");
    }
  }
}
