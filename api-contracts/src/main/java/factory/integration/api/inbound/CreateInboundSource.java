package factory.integration.api.inbound;

import factory.integration.api.vault.SecretRef;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Creates a source of inbound webhooks.
 *
 * @param secret what the vendor proves itself with; stored in the vault before
 */
public record CreateInboundSource(
    @TargetAggregateIdentifier InboundSourceId sourceId,
    InboundSourceSettings settings,
    SecretRef secret,
    boolean enabled)
    implements InboundSourceCommand {}
