package factory.integration.query.eventlog;

import factory.integration.api.integrationevent.IntegrationEventView;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.RoutingDecision;
import factory.integration.api.sourceevent.SourceEventView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the events log.
 *
 * @param key its {@link factory.integration.query.TimelineKey}
 * @param data absent once it was purged
 * @param duplicate whether it repeats an event that has an entry of its own
 */
public record SourceEventDocument(
    long key,
    String tenant,
    EventId eventId,
    EventType eventType,
    @Nullable String data,
    @Nullable String ownerId,
    @Nullable String idempotencyKey,
    @Nullable String orderingKey,
    Map<String, String> customHeaders,
    Instant occurredAt,
    Instant receivedAt,
    boolean duplicate) {

  SourceEventView view() {
    return view(List.of(), List.of());
  }

  SourceEventView view(List<RoutingDecision> routing, List<IntegrationEventView> deliveries) {
    return new SourceEventView(
        eventId,
        eventType,
        data,
        ownerId,
        idempotencyKey,
        orderingKey,
        customHeaders,
        occurredAt,
        receivedAt,
        duplicate,
        routing,
        deliveries);
  }
}
