package factory.integration.api.connection;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Records how an established connection is by now; the same again changes nothing. */
public record RecordConnectionHealth(
    @TargetAggregateIdentifier ConnectionId connectionId, ConnectionHealth health, String detail)
    implements ConnectionCommand {}
