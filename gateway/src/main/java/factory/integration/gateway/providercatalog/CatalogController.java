package factory.integration.gateway.providercatalog;

import factory.integration.api.messaging.Page;
import factory.integration.api.provider.ProviderView;
import factory.integration.gateway.apiclient.ApiClientReader;
import factory.integration.gateway.apiclient.ApiClientResource;
import factory.integration.gateway.apiclient.ApiClients;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.provider.ProviderReader;
import factory.integration.gateway.provider.ProviderResource;
import factory.integration.gateway.provider.Providers;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows the catalog and registers its entries. */
@Tag(name = "Providers")
@RestController
@RequestMapping("/v1/integrations/catalog")
final class CatalogController {

  private final ProviderCatalog catalog;
  private final ProviderReader providerReader;
  private final Providers providers;
  private final ApiClientReader clientReader;
  private final ApiClients clients;

  CatalogController(
      ProviderCatalog catalog,
      ProviderReader providerReader,
      Providers providers,
      ApiClientReader clientReader,
      ApiClients clients) {
    this.catalog = catalog;
    this.providerReader = providerReader;
    this.providers = providers;
    this.clientReader = clientReader;
    this.clients = clients;
  }

  @GetMapping
  @Operation(operationId = "listCatalog", summary = "List the providers that come along")
  Page<CatalogEntry> list() {
    return new Page<>(catalog.entries(), null);
  }

  @GetMapping("/{name}")
  @Operation(operationId = "getCatalogEntry", summary = "Show a provider that comes along")
  CatalogEntry get(@PathVariable String name) {
    return catalog.find(name).orElseThrow(() -> RequestRefused.notFound("catalog entry"));
  }

  @PostMapping("/{name}")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "registerCatalogEntry",
      summary = "Register a provider that comes along, and its client")
  CatalogRegistration register(
      @PathVariable String name,
      @RequestBody(required = false) @Nullable CatalogChoice choice,
      RequestContext context) {
    CatalogEntry entry = get(name);
    CatalogChoice chosen = choice == null ? CatalogChoice.NONE : choice;
    ProviderView provider =
        providers
            .register(
                providerReader.read(entry.provider().with(chosen.key(), chosen.baseUrl())), context)
            .view();
    ApiClients.Registered client =
        clients.register(
            clientReader.read(entry.client().of(provider.providerId().value()), context.tenant()),
            context);
    return new CatalogRegistration(
        ProviderResource.of(provider), ApiClientResource.of(client.view()));
  }
}
