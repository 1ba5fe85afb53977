package factory.integration.api.sourceevent;

import factory.integration.api.messaging.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Entries of the events log that meet every condition given, newest first; answered by a page. With
 * a text, repetitions stand beside their event, and a page may hold fewer than the limit though
 * more follow.
 *
 * @param text words that all stand in the event's data
 * @param from inclusive, by receipt
 * @param to exclusive, by receipt
 * @param limit 1 to 250
 * @param cursor where the page before ended
 */
public record FindSourceEvents(
    TenantId tenant,
    @Nullable EventType eventType,
    @Nullable String ownerId,
    @Nullable String idempotencyKey,
    @Nullable String text,
    @Nullable Instant from,
    @Nullable Instant to,
    int limit,
    @Nullable String cursor) {}
