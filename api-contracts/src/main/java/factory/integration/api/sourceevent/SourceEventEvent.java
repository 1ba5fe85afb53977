package factory.integration.api.sourceevent;

/** What happened to a source event. */
public sealed interface SourceEventEvent
    permits EventAccepted, DuplicateEventReceived, EventRouted {

  EventId eventId();
}
