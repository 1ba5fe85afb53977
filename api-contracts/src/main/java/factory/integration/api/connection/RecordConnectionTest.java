package factory.integration.api.connection;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Records what a test found; the first that passed establishes the connection. */
public record RecordConnectionTest(
    @TargetAggregateIdentifier ConnectionId connectionId, ConnectionCheck check)
    implements ConnectionCommand {}
