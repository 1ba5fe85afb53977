package factory.integration.api.delivery;

import factory.integration.api.failure.FailureReason;

/** No further attempt is made; the delivery is dead-lettered. */
public record WebhookDeliveryExhausted(
    DeliveryId deliveryId,
    DeliveryPlan plan,
    int attempts,
    FailureCategory category,
    FailureReason reason,
    String detail)
    implements DeliveryEvent {}
