package factory.integration.api.apiclient;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * API clients of a tenant, newest first; answered by a page of views.
 *
 * @param providerId only those of this provider
 * @param limit 1 to 250
 * @param cursor where the page before ended
 */
public record FindApiClients(
    TenantId tenant, @Nullable ProviderId providerId, int limit, @Nullable String cursor) {}
