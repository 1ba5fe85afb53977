package factory.integration.saga.routing;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.SubscriptionView;

/** A subscription as routing and delivery need it. */
public record RoutableSubscription(TenantId tenant, SubscriptionView subscription) {}
