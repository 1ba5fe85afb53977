package factory.integration.api.inbound;

import factory.integration.api.vault.SecretRef;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Verifies by a new secret from now on.
 *
 * @param secret stored in the vault before
 * @param replaces the secret that is current now; refused when another one is
 * @param previousValidUntil until then a call may prove itself by the previous secret
 */
public record RotateInboundSecret(
    @TargetAggregateIdentifier InboundSourceId sourceId,
    SecretRef secret,
    SecretRef replaces,
    Instant previousValidUntil)
    implements InboundSourceCommand {}
