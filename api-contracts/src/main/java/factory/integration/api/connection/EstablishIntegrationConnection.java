package factory.integration.api.connection;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes a connection, which is established once a test of it has succeeded. */
public record EstablishIntegrationConnection(
    @TargetAggregateIdentifier ConnectionId connectionId, ConnectionSettings settings)
    implements ConnectionCommand {}
