package factory.integration.api.connection;

import factory.integration.api.messaging.TenantId;

/** One connection; answered by an optional view. */
public record GetConnection(TenantId tenant, ConnectionId connectionId) {}
