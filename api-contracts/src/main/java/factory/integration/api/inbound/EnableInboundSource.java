package factory.integration.api.inbound;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes webhooks again. */
public record EnableInboundSource(@TargetAggregateIdentifier InboundSourceId sourceId)
    implements InboundSourceCommand {}
