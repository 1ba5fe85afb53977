package factory.integration.api.connection;

/** A connection could not be established yet. */
public record IntegrationConnectionTestFailed(ConnectionId connectionId, ConnectionCheck check)
    implements ConnectionEvent {}
