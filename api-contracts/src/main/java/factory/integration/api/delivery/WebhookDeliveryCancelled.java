package factory.integration.api.delivery;

/**
 * The delivery was ended before it succeeded or failed for good.
 *
 * @param attempt the latest attempt that was asked for
 */
public record WebhookDeliveryCancelled(DeliveryId deliveryId, int attempt, CancelReason reason)
    implements DeliveryEvent {}
