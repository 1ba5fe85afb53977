package factory.integration.api.connection;

/**
 * What a connection may do was changed; who did it stands in the event's context.
 *
 * @param reason why
 */
public record IntegrationConnectionChanged(
    ConnectionId connectionId, ConnectionSettings settings, String reason)
    implements ConnectionEvent {}
