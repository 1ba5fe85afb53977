package factory.integration.api.subscription;

import factory.integration.api.vault.SecretRef;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Creates an outbound webhook subscription.
 *
 * @param secret signs what the endpoint receives; stored in the vault before
 */
public record SubscribeWebhook(
    @TargetAggregateIdentifier SubscriptionId subscriptionId,
    SubscriptionSettings settings,
    SecretRef secret,
    boolean enabled)
    implements SubscriptionCommand {}
