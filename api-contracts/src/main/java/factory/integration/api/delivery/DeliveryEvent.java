package factory.integration.api.delivery;

/** What happened to a webhook delivery. */
public sealed interface DeliveryEvent
    permits WebhookDeliveryRequested,
        WebhookDeliveryDiscarded,
        WebhookDelivered,
        InboundWebhookDelivered,
        WebhookDeliveryAttemptFailed,
        WebhookDeliveryExhausted,
        WebhookDeliveryCancelled {

  DeliveryId deliveryId();
}
