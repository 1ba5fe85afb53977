package factory.integration.api.subscription;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Deletes the subscription; pending deliveries are cancelled. */
public record UnsubscribeWebhook(@TargetAggregateIdentifier SubscriptionId subscriptionId)
    implements SubscriptionCommand {}
