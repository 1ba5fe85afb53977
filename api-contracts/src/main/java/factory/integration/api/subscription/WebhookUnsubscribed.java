package factory.integration.api.subscription;

/** The subscription was deleted. */
public record WebhookUnsubscribed(SubscriptionId subscriptionId) implements SubscriptionEvent {}
