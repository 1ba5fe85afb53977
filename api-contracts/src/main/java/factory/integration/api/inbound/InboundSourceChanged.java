package factory.integration.api.inbound;

/** Settings were replaced. */
public record InboundSourceChanged(InboundSourceId sourceId, InboundSourceSettings settings)
    implements InboundSourceEvent {}
