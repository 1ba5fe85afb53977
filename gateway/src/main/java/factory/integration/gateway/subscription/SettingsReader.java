package factory.integration.gateway.subscription;

import factory.integration.api.delivery.RetryPolicy;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.EndpointAuth;
import factory.integration.api.subscription.EndpointUrl;
import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.api.subscription.SubscriptionSettings;
import factory.integration.gateway.endpointauth.AuthForm;
import factory.integration.gateway.endpointauth.AuthRules;
import factory.integration.gateway.endpointauth.AuthSecrets;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.EventTypePatterns;
import factory.integration.gateway.request.HeaderRules;
import factory.integration.gateway.request.TextRules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes settings out of what a subscriber sent, or refuses with all that is wrong. */
final class SettingsReader {

  private static final EndpointAuth NO_AUTH = new EndpointAuth.None();
  private static final int DEFAULT_TIMEOUT = 15;
  private static final int MAX_TIMEOUT = 60;

  private final VettedUrls urls;
  private final AuthSecrets secrets;

  SettingsReader(VettedUrls urls, AuthSecrets secrets) {
    this.urls = urls;
    this.secrets = secrets;
  }

  /** The settings; secrets are in the vault when it returns, and not when it refuses. */
  SubscriptionSettings read(
      SubscriptionRequest request, @Nullable SubscriptionSettings stored, TenantId tenant) {
    FieldErrors errors = new FieldErrors();
    EndpointAuth storedAuth = stored == null ? NO_AUTH : stored.auth();
    EndpointUrl url = url(request, stored, errors);
    List<String> eventTypes = eventTypes(request, errors);
    RetryPolicy retryPolicy = RetryPolicyForm.read(request.retryPolicy(), errors);
    Map<String, String> headers = Objects.requireNonNullElse(request.headers(), Map.of());
    HeaderRules.check("headers", headers, errors);
    AuthRules.check(request.auth(), storedAuth, errors);
    checkTokenUrl(request.auth(), storedAuth, errors);
    checkOthers(request, errors);
    errors.refuseIfAny();
    return new SubscriptionSettings(
        Objects.requireNonNull(url),
        eventTypes,
        request.ownerId(),
        request.name(),
        headers,
        secrets.store(request.auth(), storedAuth, tenant),
        Objects.requireNonNull(retryPolicy),
        Objects.requireNonNullElse(request.ordering(), Ordering.NONE),
        Objects.requireNonNullElse(request.timeoutSeconds(), DEFAULT_TIMEOUT),
        Objects.requireNonNullElse(request.payloadFormat(), PayloadFormat.STANDARD));
  }

  /** An address that stays is not vetted again: its name may not resolve just now. */
  private @Nullable EndpointUrl url(
      SubscriptionRequest request, @Nullable SubscriptionSettings stored, FieldErrors errors) {
    return stored != null && stored.url().value().equals(request.url())
        ? stored.url()
        : urls.read("url", request.url(), errors);
  }

  /** As for the address of the endpoint itself, one that stays is not vetted again. */
  private void checkTokenUrl(@Nullable AuthForm auth, EndpointAuth stored, FieldErrors errors) {
    String url = auth == null ? null : auth.tokenUrl();
    boolean stays =
        stored instanceof EndpointAuth.OAuth2 oauth && oauth.endpoint().url().value().equals(url);
    if (url != null && !stays) {
      urls.read("auth.tokenUrl", url, errors);
    }
  }

  private static List<String> eventTypes(SubscriptionRequest request, FieldErrors errors) {
    List<@Nullable String> given = request.eventTypes();
    if (given == null || given.isEmpty()) {
      errors.add("eventTypes", "must hold at least one event type, or * for all");
      return List.of();
    }
    return EventTypePatterns.read("eventTypes", given, errors);
  }

  private static void checkOthers(SubscriptionRequest request, FieldErrors errors) {
    TextRules.check("ownerId", request.ownerId(), TextRules.MAX_NAME, errors);
    TextRules.check("name", request.name(), TextRules.MAX_NAME, errors);
    Integer timeout = request.timeoutSeconds();
    if (timeout != null && (timeout < 1 || timeout > MAX_TIMEOUT)) {
      errors.add("timeoutSeconds", "must be 1 to " + MAX_TIMEOUT);
    }
    mustBeNull("rateLimitPerSecond", request.rateLimitPerSecond(), errors);
    mustBeNull("filter", request.filter(), errors);
  }

  private static void mustBeNull(String field, @Nullable JsonNode value, FieldErrors errors) {
    if (value != null && !value.isNull()) {
      errors.add(field, "is not supported yet and must be null");
    }
  }
}
