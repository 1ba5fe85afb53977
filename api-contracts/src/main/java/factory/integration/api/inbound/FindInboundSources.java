package factory.integration.api.inbound;

import factory.integration.api.messaging.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Inbound sources of a tenant, newest first; answered by a page of views.
 *
 * @param limit 1 to 250
 * @param cursor where the page before ended
 */
public record FindInboundSources(TenantId tenant, int limit, @Nullable String cursor) {}
