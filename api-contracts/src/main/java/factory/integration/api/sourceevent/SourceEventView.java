package factory.integration.api.sourceevent;

import com.fasterxml.jackson.annotation.JsonRawValue;
import factory.integration.api.integrationevent.IntegrationEventView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the events log.
 *
 * @param data the published JSON as it came; null once its retention is over
 * @param duplicate true for an entry that repeats an earlier event and was not delivered
 * @param routing what was decided for each subscription; filled when one event is asked for
 * @param deliveries the latest attempt of each delivery; filled when one event is asked for
 */
public record SourceEventView(
    EventId eventId,
    EventType eventType,
    @JsonRawValue @Nullable String data,
    @Nullable String ownerId,
    @Nullable String idempotencyKey,
    @Nullable String orderingKey,
    Map<String, String> customHeaders,
    Instant occurredAt,
    Instant receivedAt,
    boolean duplicate,
    List<RoutingDecision> routing,
    List<IntegrationEventView> deliveries) {}
