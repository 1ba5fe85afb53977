package factory.integration.gateway.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a processor could not handle, first of those that wait with it.
 *
 * @param sequence what the event and those behind it belong to: the aggregate's id
 * @param reason why it could not be handled, the latest time it was tried
 * @param waiting how many events of the sequence are parked, this one included
 */
public record ParkedEvent(
    String sequence,
    String messageId,
    String type,
    Instant occurredAt,
    Instant parkedAt,
    Instant lastTriedAt,
    @Nullable String reason,
    long waiting) {}
