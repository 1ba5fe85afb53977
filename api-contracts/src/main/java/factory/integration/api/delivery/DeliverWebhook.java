package factory.integration.api.delivery;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Delivers an event to one endpoint; one that exists stays as it is. */
public record DeliverWebhook(@TargetAggregateIdentifier DeliveryId deliveryId, DeliveryPlan plan)
    implements DeliveryCommand {}
