package factory.integration.gateway.integrationevent;

import factory.integration.api.integrationevent.FindIntegrationEvents;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.Filters;
import factory.integration.gateway.request.Instants;
import factory.integration.gateway.request.Paging;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which attempts are asked for; every condition given must hold.
 *
 * @param integrationId a subscription, the address of a dynamic event, an inbound source, or a
 *     connection
 * @param subscriptionId the same, where it is a subscription
 */
record IntegrationEventFilter(
    @Nullable String integrationId,
    @Nullable String subscriptionId,
    @Nullable String eventId,
    @Nullable String eventType,
    @Nullable String ownerId,
    @Nullable IntegrationEventStatus status,
    @Schema(description = "Only the latest attempt of each delivery.")
        @Nullable Boolean currentOnly,
    @Schema(format = "date-time") @Nullable String from,
    @Schema(format = "date-time") @Nullable String to,
    @Schema(description = "Words that all stand in the event's data.") @Nullable String text,
    @Schema(minimum = "1", maximum = "250", defaultValue = "50") @Nullable Integer limit,
    @Nullable String cursor) {

  /** The query; empty when nothing can meet the conditions. */
  Optional<FindIntegrationEvents> toQuery(TenantId tenant) {
    FieldErrors errors = new FieldErrors();
    Filters.check("integrationId", integrationId, errors);
    Filters.check("subscriptionId", subscriptionId, errors);
    Filters.check("ownerId", ownerId, errors);
    Filters.check("text", text, errors);
    Instant start = Instants.parse("from", from, errors);
    Instant end = Instants.parse("to", to, errors);
    int size = Paging.limit(limit, errors);
    String page = Paging.cursor(cursor, errors);
    errors.refuseIfAny();
    Filters.Condition<EventId> event = Filters.condition(eventId, EventId::new);
    Filters.Condition<EventType> type = Filters.eventType(eventType);
    if (!event.isPossible() || !type.isPossible() || namesTwoIntegrations()) {
      return Optional.empty();
    }
    return Optional.of(
        new FindIntegrationEvents(
            tenant,
            integrationId != null ? integrationId : subscriptionId,
            event.value(),
            type.value(),
            ownerId,
            status,
            Boolean.TRUE.equals(currentOnly),
            start,
            end,
            text,
            size,
            page));
  }

  private boolean namesTwoIntegrations() {
    return integrationId != null && subscriptionId != null && !integrationId.equals(subscriptionId);
  }
}
