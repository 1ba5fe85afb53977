package factory.integration.api.inbound;

/** The source takes webhooks again. */
public record InboundSourceEnabled(InboundSourceId sourceId) implements InboundSourceEvent {}
