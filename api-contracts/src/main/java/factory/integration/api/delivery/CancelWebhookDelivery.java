package factory.integration.api.delivery;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends a delivery that has neither succeeded nor failed for good; no call starts afterwards. */
public record CancelWebhookDelivery(
    @TargetAggregateIdentifier DeliveryId deliveryId, CancelReason reason)
    implements DeliveryCommand {}
