package factory.integration.api.delivery;

/** The event met a disabled subscription and is not sent. */
public record WebhookDeliveryDiscarded(DeliveryId deliveryId, DeliveryPlan plan, String reason)
    implements DeliveryEvent {}
