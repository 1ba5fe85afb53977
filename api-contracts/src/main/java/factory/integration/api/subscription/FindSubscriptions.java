package factory.integration.api.subscription;

import factory.integration.api.messaging.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions of a tenant, newest first; answered by a page of views.
 *
 * @param ownerId only those of this owner
 * @param limit 1 to 250
 * @param cursor where the page before ended
 */
public record FindSubscriptions(
    TenantId tenant, @Nullable String ownerId, int limit, @Nullable String cursor) {}
