package factory.integration.api.provider;

import factory.integration.api.messaging.TenantId;

/** One provider; answered by an optional view. */
public record GetProvider(TenantId tenant, ProviderId providerId) {}
