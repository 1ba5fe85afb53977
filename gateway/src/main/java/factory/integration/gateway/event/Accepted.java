package factory.integration.gateway.event;

import factory.integration.api.sourceevent.EventId;

/**
 * An event was taken in.
 *
 * @param duplicate whether it was known already under its idempotency key; nothing is delivered
 */
public record Accepted(EventId eventId, boolean duplicate) {}
