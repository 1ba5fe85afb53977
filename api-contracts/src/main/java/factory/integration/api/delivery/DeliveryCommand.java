package factory.integration.api.delivery;

/** What can be asked of a webhook delivery. */
public sealed interface DeliveryCommand
    permits DeliverWebhook,
        DiscardWebhookDelivery,
        IngestWebhook,
        RecordDeliveryOutcome,
        RetryWebhookDelivery,
        CancelWebhookDelivery {

  DeliveryId deliveryId();
}
