package factory.integration.api.subscription;

/** The settings were replaced. */
public record WebhookSubscriptionChanged(
    SubscriptionId subscriptionId, SubscriptionSettings settings) implements SubscriptionEvent {}
