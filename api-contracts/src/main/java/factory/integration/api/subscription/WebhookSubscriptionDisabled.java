package factory.integration.api.subscription;

/** The subscription receives nothing until it is enabled. */
public record WebhookSubscriptionDisabled(SubscriptionId subscriptionId, DisableReason reason)
    implements SubscriptionEvent {}
