package factory.integration.gateway.subscription;

import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.api.subscription.SubscriptionSettings;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.gateway.endpointauth.AuthForm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a subscriber chooses, as it is sent; also the document that a merge patch changes. */
@Schema(name = "Subscription")
record SubscriptionRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "https://example.com/hook")
        @Nullable String url,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Names or aliases, * for all, or prefixes such as order*.",
            example = "[\"orderCreated\"]")
        @Nullable List<@Nullable String> eventTypes,
    @Schema(maxLength = 128) @Nullable String ownerId,
    @Schema(maxLength = 128) @Nullable String name,
    @Nullable Map<String, String> headers,
    @Nullable AuthForm auth,
    @Schema(
            implementation = Object.class,
            description =
                "standard, avvyr or sevenDays; or delaysSeconds and giveUpAfterSeconds; or retries,"
                    + " 0 to 5 of the delays of avvyr.",
            example = "standard")
        @Nullable JsonNode retryPolicy,
    @Schema(defaultValue = "none") @Nullable Ordering ordering,
    @Schema(minimum = "1", maximum = "60", defaultValue = "15") @Nullable Integer timeoutSeconds,
    @Schema(implementation = Integer.class, description = "Must be null.")
        @Nullable JsonNode rateLimitPerSecond,
    @Schema(implementation = Object.class, description = "Must be null.") @Nullable JsonNode filter,
    @Schema(defaultValue = "standard") @Nullable PayloadFormat payloadFormat,
    @Schema(defaultValue = "true") @Nullable Boolean enabled) {

  static SubscriptionRequest of(SubscriptionView view) {
    SubscriptionSettings settings = view.settings();
    return new SubscriptionRequest(
        settings.url().value(),
        List.copyOf(settings.eventTypes()),
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
        view.enabled());
  }

  /** A subscription receives events unless it says otherwise. */
  boolean isEnabled() {
    return enabled == null || enabled;
  }
}
