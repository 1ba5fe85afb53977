package factory.integration.api.subscription;

/** The subscription receives events again. */
public record WebhookSubscriptionEnabled(SubscriptionId subscriptionId)
    implements SubscriptionEvent {}
