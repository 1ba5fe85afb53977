package factory.integration.api.apiclient;

import factory.integration.api.messaging.TenantId;

/** One version of an API client; answered by an optional view. */
public record GetApiClient(TenantId tenant, ApiClientId apiClientId) {}
