package factory.integration.api.sourceevent;

import factory.integration.api.messaging.TenantId;

/** One event with its routing decisions and deliveries; answered by an optional view. */
public record GetSourceEvent(TenantId tenant, EventId eventId) {}
