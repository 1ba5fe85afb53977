package factory.integration.api.inbound;

/** The source was ended for good. */
public record InboundSourceRemoved(InboundSourceId sourceId) implements InboundSourceEvent {}
