package factory.integration.api.delivery;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Starts the next attempt of a delivery whose last one failed.
 *
 * @param attempt the number of the new attempt; one that has started already stays as it is
 */
public record RetryWebhookDelivery(@TargetAggregateIdentifier DeliveryId deliveryId, int attempt)
    implements DeliveryCommand {}
