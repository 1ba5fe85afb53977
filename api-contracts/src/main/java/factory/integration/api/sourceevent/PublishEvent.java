package factory.integration.api.sourceevent;

import java.time.Instant;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Accepts an event for delivery. Answers {@code true} when the event was known already: the same
 * idempotency key with the same content.
 *
 * @param eventId derived from tenant and idempotency key where there is a key, else new
 * @param data the published JSON object, byte for byte as it came
 * @param customHeaders headers that endpoints receive
 * @param orderingKey events of one key keep their order where a subscription asks for order
 * @param occurredAt when it happened, by the publisher's word, else when it came in
 */
public record PublishEvent(
    @TargetAggregateIdentifier EventId eventId,
    EventType eventType,
    String data,
    Routing routing,
    Map<String, String> customHeaders,
    @Nullable String orderingKey,
    @Nullable String idempotencyKey,
    Instant occurredAt)
    implements SourceEventCommand {}
