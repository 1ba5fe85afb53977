package factory.integration.gateway.providercatalog;

import factory.integration.gateway.apiclient.ApiClientResource;
import factory.integration.gateway.provider.ProviderResource;
import io.swagger.v3.oas.annotations.media.Schema;

/** What an entry became for the tenant. */
@Schema(name = "CatalogRegistration")
record CatalogRegistration(ProviderResource provider, ApiClientResource client) {}
