package factory.integration.query.eventlog;

import factory.integration.api.sourceevent.EventId;
import java.time.Instant;

/**
 * An entry of the events log for an event that came again; everything else is the first entry's.
 *
 * @param key its own {@link factory.integration.query.TimelineKey}
 */
public record DuplicateDocument(
    long key, String tenant, EventId eventId, String idempotencyKey, Instant receivedAt) {}
