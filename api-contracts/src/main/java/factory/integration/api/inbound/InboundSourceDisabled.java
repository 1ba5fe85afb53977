package factory.integration.api.inbound;

/** The source takes no webhooks. */
public record InboundSourceDisabled(InboundSourceId sourceId) implements InboundSourceEvent {}
