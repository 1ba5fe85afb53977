package factory.integration.api.inbound;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes no webhooks until it is enabled again. */
public record DisableInboundSource(@TargetAggregateIdentifier InboundSourceId sourceId)
    implements InboundSourceCommand {}
