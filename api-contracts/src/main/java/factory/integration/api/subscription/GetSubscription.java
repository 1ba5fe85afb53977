package factory.integration.api.subscription;

import factory.integration.api.messaging.TenantId;

/** One subscription that was not deleted; answered by an optional view. */
public record GetSubscription(TenantId tenant, SubscriptionId subscriptionId) {}
