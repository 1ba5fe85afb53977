package factory.integration.api.subscription;

import factory.integration.api.vault.SecretRef;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Signs with a new secret from now on.
 *
 * @param secret the current reference's next version, stored in the vault before
 * @param previousValidUntil until then the previous secret signs too
 */
public record RotateWebhookSecret(
    @TargetAggregateIdentifier SubscriptionId subscriptionId,
    SecretRef secret,
    Instant previousValidUntil)
    implements SubscriptionCommand {}
