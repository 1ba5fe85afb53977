package factory.integration.api.connection;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * Connections of a tenant, newest first; answered by a page of views.
 *
 * @param providerId only those to this provider
 * @param limit 1 to 250
 * @param cursor where the page before ended
 */
public record FindConnections(
    TenantId tenant, @Nullable ProviderId providerId, int limit, @Nullable String cursor) {}
