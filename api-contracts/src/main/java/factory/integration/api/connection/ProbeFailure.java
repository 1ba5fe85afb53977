package factory.integration.api.connection;

import factory.integration.api.provider.ProviderId;

/** The part of a failure that is a connection's: its health was lost. */
public record ProbeFailure(ConnectionId connectionId, ProviderId providerId) {}
