package factory.integration.gateway.deadletter;

import factory.integration.api.failure.FindDeadLetters;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.Filters;
import factory.integration.gateway.request.Instants;
import factory.integration.gateway.request.Paging;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which dead letters are asked for; every condition given must hold. */
record DeadLetterFilter(
    @Nullable String subscriptionId,
    @Nullable String eventType,
    @Schema(format = "date-time") @Nullable String from,
    @Schema(format = "date-time") @Nullable String to,
    @Schema(minimum = "1", maximum = "250", defaultValue = "50") @Nullable Integer limit,
    @Nullable String cursor) {

  /** The query; empty when nothing can meet the conditions. */
  Optional<FindDeadLetters> toQuery(TenantId tenant) {
    FieldErrors errors = new FieldErrors();
    Instant start = Instants.parse("from", from, errors);
    Instant end = Instants.parse("to", to, errors);
    int size = Paging.limit(limit, errors);
    String page = Paging.cursor(cursor, errors);
    errors.refuseIfAny();
    Filters.Condition<SubscriptionId> subscription =
        Filters.condition(subscriptionId, SubscriptionId::new);
    Filters.Condition<EventType> type = Filters.eventType(eventType);
    return subscription.isPossible() && type.isPossible()
        ? Optional.of(
            new FindDeadLetters(tenant, subscription.value(), type.value(), start, end, size, page))
        : Optional.empty();
  }
}
