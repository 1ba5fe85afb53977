package factory.integration.gateway.providercatalog;

import factory.integration.gateway.apiclient.ApiClientRequest;
import factory.integration.gateway.provider.ProviderRequest;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A provider and its client as they are registered.
 *
 * @param provider without a base address where every registration has its own
 */
@Schema(name = "CatalogEntry")
record CatalogEntry(
    String name, String description, ProviderRequest provider, ApiClientRequest client) {}
