package factory.integration.api.sourceevent;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Keeps what was decided for each subscription; an event that was routed stays as it is. */
public record RouteEvent(
    @TargetAggregateIdentifier EventId eventId, List<RoutingDecision> decisions)
    implements SourceEventCommand {}
