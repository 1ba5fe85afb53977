package factory.integration.api.delivery;

/**
 * An attempt is to be made now.
 *
 * @param attempt counts from 1
 */
public record WebhookDeliveryRequested(
    DeliveryId deliveryId, DeliveryPlan plan, int attempt, AttemptTrigger trigger)
    implements DeliveryEvent {}
