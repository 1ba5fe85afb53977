package factory.integration.gateway.eventlog;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.FindSourceEvents;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.Filters;
import factory.integration.gateway.request.Instants;
import factory.integration.gateway.request.Paging;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which entries of the events log are asked for; every condition given must hold. */
record EventSearch(
    @Nullable String eventType,
    @Nullable String ownerId,
    @Nullable String idempotencyKey,
    @Schema(description = "Words that all stand in the event's data.") @Nullable String text,
    @Schema(format = "date-time") @Nullable String from,
    @Schema(format = "date-time") @Nullable String to,
    @Schema(minimum = "1", maximum = "250", defaultValue = "50") @Nullable Integer limit,
    @Nullable String cursor) {

  /** The query; empty when nothing can meet the conditions. */
  Optional<FindSourceEvents> toQuery(TenantId tenant) {
    FieldErrors errors = new FieldErrors();
    Filters.check("ownerId", ownerId, errors);
    Filters.check("idempotencyKey", idempotencyKey, errors);
    Filters.check("text", text, errors);
    Instant start = Instants.parse("from", from, errors);
    Instant end = Instants.parse("to", to, errors);
    int size = Paging.limit(limit, errors);
    String page = Paging.cursor(cursor, errors);
    errors.refuseIfAny();
    Filters.Condition<EventType> type = Filters.eventType(eventType);
    return type.isPossible()
        ? Optional.of(
            new FindSourceEvents(
                tenant, type.value(), ownerId, idempotencyKey, text, start, end, size, page))
        : Optional.empty();
  }
}
