package factory.integration.api.inbound;

/** What can be asked of an inbound source. */
public sealed interface InboundSourceCommand
    permits CreateInboundSource,
        ChangeInboundSource,
        EnableInboundSource,
        DisableInboundSource,
        RotateInboundSecret,
        RemoveInboundSource {

  InboundSourceId sourceId();
}
