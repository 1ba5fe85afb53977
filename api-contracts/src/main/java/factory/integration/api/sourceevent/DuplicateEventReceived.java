package factory.integration.api.sourceevent;

/** The same event came again under its idempotency key; nothing is delivered for it. */
public record DuplicateEventReceived(EventId eventId, String idempotencyKey)
    implements SourceEventEvent {}
