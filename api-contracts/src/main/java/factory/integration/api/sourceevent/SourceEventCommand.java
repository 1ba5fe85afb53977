package factory.integration.api.sourceevent;

/** What can be asked of a source event. */
public sealed interface SourceEventCommand permits PublishEvent, RouteEvent {

  EventId eventId();
}
