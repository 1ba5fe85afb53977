package factory.integration.api.sourceevent;

import java.util.List;

/** It was decided which subscriptions get the event, and why the others don't. */
public record EventRouted(EventId eventId, List<RoutingDecision> decisions)
    implements SourceEventEvent {

  public EventRouted {
    decisions = decisions == null ? List.of() : List.copyOf(decisions);
  }
}
