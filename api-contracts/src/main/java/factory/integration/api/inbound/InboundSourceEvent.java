package factory.integration.api.inbound;

/** What happened to an inbound source. */
public sealed interface InboundSourceEvent
    permits InboundSourceCreated,
        InboundSourceChanged,
        InboundSourceEnabled,
        InboundSourceDisabled,
        InboundSecretRotated,
        InboundSourceRemoved {

  InboundSourceId sourceId();
}
