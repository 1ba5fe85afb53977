package factory.integration.api.connection;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Changes what a connection may do. Provider, client, credential and address stay.
 *
 * @param version of the connection that the change was made from; refused where the settings were
 *     changed since
 * @param reason why, for whoever reads it later
 */
public record ChangeIntegrationConnection(
    @TargetAggregateIdentifier ConnectionId connectionId,
    long version,
    ConnectionSettings settings,
    String reason)
    implements ConnectionCommand {}
