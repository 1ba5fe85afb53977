package factory.integration.api.delivery;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records what came of an attempt; refused when the attempt is not the current one.
 *
 * @param attempt counts from 1
 */
public record RecordDeliveryOutcome(
    @TargetAggregateIdentifier DeliveryId deliveryId,
    int attempt,
    CallOutcome outcome,
    HttpExchange exchange)
    implements DeliveryCommand {}
