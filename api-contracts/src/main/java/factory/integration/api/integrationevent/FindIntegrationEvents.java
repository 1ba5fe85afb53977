package factory.integration.api.integrationevent;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Attempts that meet every condition given, newest first; answered by a page of views. With a text
 * the order is that of their events, newest first, and a page may hold fewer than the limit though
 * more follow.
 *
 * @param integrationId a subscription, the address of a dynamic event, an inbound source, or a
 *     connection
 * @param currentOnly only the latest attempt of each delivery or run
 * @param from inclusive, by creation
 * @param to exclusive, by creation
 * @param text words that all stand in the event's data
 * @param limit 1 to 250
 * @param cursor where the page before ended
 */
public record FindIntegrationEvents(
    TenantId tenant,
    @Nullable String integrationId,
    @Nullable EventId eventId,
    @Nullable EventType eventType,
    @Nullable String ownerId,
    @Nullable IntegrationEventStatus status,
    boolean currentOnly,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String text,
    int limit,
    @Nullable String cursor) {}
