package factory.integration.api.connection;

import factory.integration.api.delivery.FailureCategory;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records how an established connection is by now; the same again changes nothing.
 *
 * @param category of the fault; absent where there is none
 */
public record RecordConnectionHealth(
    @TargetAggregateIdentifier ConnectionId connectionId,
    ConnectionHealth health,
    @Nullable FailureCategory category,
    String detail)
    implements ConnectionCommand {}
