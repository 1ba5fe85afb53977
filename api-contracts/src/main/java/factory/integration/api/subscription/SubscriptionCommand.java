package factory.integration.api.subscription;

/** What can be asked of a webhook subscription. */
public sealed interface SubscriptionCommand
    permits SubscribeWebhook,
        ChangeWebhookSubscription,
        EnableWebhookSubscription,
        DisableWebhookSubscription,
        RotateWebhookSecret,
        UnsubscribeWebhook {

  SubscriptionId subscriptionId();
}
