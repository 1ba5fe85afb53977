package factory.integration.api.subscription;

/** What happened to a webhook subscription. */
public sealed interface SubscriptionEvent
    permits WebhookSubscribed,
        WebhookSubscriptionChanged,
        WebhookSubscriptionEnabled,
        WebhookSubscriptionDisabled,
        WebhookSecretRotated,
        WebhookUnsubscribed {

  SubscriptionId subscriptionId();
}
