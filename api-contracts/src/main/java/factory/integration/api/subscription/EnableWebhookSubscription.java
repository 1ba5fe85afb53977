package factory.integration.api.subscription;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets the subscription receive events again. */
public record EnableWebhookSubscription(@TargetAggregateIdentifier SubscriptionId subscriptionId)
    implements SubscriptionCommand {}
