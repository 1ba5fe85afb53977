package factory.integration.api.subscription;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Replaces the settings.
 *
 * @param basedOn the version whose settings were changed; refused when another change came between
 */
public record ChangeWebhookSubscription(
    @TargetAggregateIdentifier SubscriptionId subscriptionId,
    long basedOn,
    SubscriptionSettings settings)
    implements SubscriptionCommand {}
