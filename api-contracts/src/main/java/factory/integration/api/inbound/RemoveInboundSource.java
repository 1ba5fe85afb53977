package factory.integration.api.inbound;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends a source for good. */
public record RemoveInboundSource(@TargetAggregateIdentifier InboundSourceId sourceId)
    implements InboundSourceCommand {}
