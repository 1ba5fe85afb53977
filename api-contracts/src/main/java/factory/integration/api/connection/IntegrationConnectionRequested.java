package factory.integration.api.connection;

/** A connection is to be established once a test of it succeeds. */
public record IntegrationConnectionRequested(ConnectionId connectionId, ConnectionSettings settings)
    implements ConnectionEvent {}
