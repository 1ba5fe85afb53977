package factory.integration.api.inbound;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Replaces the settings.
 *
 * @param basedOn the version whose settings were changed; refused when another change came between
 */
public record ChangeInboundSource(
    @TargetAggregateIdentifier InboundSourceId sourceId,
    long basedOn,
    InboundSourceSettings settings)
    implements InboundSourceCommand {}
