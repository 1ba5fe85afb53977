package factory.integration.api.subscription;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Stops sending: later events are discarded, pending deliveries cancelled, both visibly. */
public record DisableWebhookSubscription(
    @TargetAggregateIdentifier SubscriptionId subscriptionId, DisableReason reason)
    implements SubscriptionCommand {}
