package factory.integration.api.delivery;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Keeps a webhook that a vendor sent. Answers {@code true} when it was kept already: a repeat.
 *
 * @param deliveryId derived from the source and the deduplication key
 * @param exchange the vendor's call and what it is answered
 */
public record IngestWebhook(
    @TargetAggregateIdentifier DeliveryId deliveryId, InboundWebhook webhook, HttpExchange exchange)
    implements DeliveryCommand {}
