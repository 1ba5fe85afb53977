package factory.integration.api.delivery;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Keeps a delivery that is not sent, since its subscription is disabled. */
public record DiscardWebhookDelivery(
    @TargetAggregateIdentifier DeliveryId deliveryId, DeliveryPlan plan, String reason)
    implements DeliveryCommand {}
