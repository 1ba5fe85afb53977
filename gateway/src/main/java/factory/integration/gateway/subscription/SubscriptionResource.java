package factory.integration.gateway.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.subscription.DisableReason;
import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionSettings;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.gateway.endpointauth.AuthForm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A subscription as its owner sees it; secrets of {@code auth} are masked.
 *
 * @param secret signs what the endpoint receives; only in the answer to the creation
 */
@Schema(name = "SubscriptionResource")
record SubscriptionResource(
    SubscriptionId subscriptionId,
    String url,
    List<String> eventTypes,
    @Nullable String ownerId,
    @Nullable String name,
    Map<String, String> headers,
    AuthForm auth,
    @Schema(implementation = Object.class) JsonNode retryPolicy,
    Ordering ordering,
    int timeoutSeconds,
    @Nullable Integer rateLimitPerSecond,
    @Schema(implementation = Object.class) @Nullable Object filter,
    PayloadFormat payloadFormat,
    boolean enabled,
    @Schema(allowableValues = {"requested", "endpointGone"}) @Nullable String disabledReason,
    Instant createdAt,
    Instant updatedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

  static SubscriptionResource of(SubscriptionView view) {
    return of(view, null);
  }

  static SubscriptionResource of(SubscriptionView view, @Nullable String secret) {
    SubscriptionSettings settings = view.settings();
    return new SubscriptionResource(
        view.subscriptionId(),
        settings.url().value(),
        settings.eventTypes(),
        settings.ownerId(),
        settings.name(),
        settings.headers(),
        AuthForm.of(settings.auth()),
        RetryPolicyForm.write(settings.retryPolicy()),
        settings.ordering(),
        settings.timeoutSeconds(),
        null,
        null,
        settings.payloadFormat(),
        view.enabled(),
        label(view.disabledReason()),
        view.createdAt(),
        view.updatedAt(),
        secret);
  }

  private static @Nullable String label(@Nullable DisableReason reason) {
    return switch (reason) {
      case null -> null;
      case REQUESTED -> "requested";
      case ENDPOINT_GONE -> "endpointGone";
    };
  }

  @Override
  public String toString() {
    return "SubscriptionResource[" + subscriptionId + "]";
  }
}
