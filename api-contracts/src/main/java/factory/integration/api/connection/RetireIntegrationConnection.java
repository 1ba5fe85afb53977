package factory.integration.api.connection;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends a connection: no run is made afterwards. */
public record RetireIntegrationConnection(
    @TargetAggregateIdentifier ConnectionId connectionId, String reason)
    implements ConnectionCommand {}
