package factory.integration.query.subscription;

import factory.integration.api.subscription.SubscriptionView;

/**
 * A subscription as it is now.
 *
 * @param key the {@link factory.integration.query.TimelineKey} of its creation
 */
public record SubscriptionDocument(long key, String tenant, SubscriptionView view) {}
