package factory.integration.api.integrationevent;

import factory.integration.api.messaging.TenantId;

/** One attempt with its communication logs; answered by an optional view. */
public record GetIntegrationEvent(TenantId tenant, IntegrationEventId id) {}
