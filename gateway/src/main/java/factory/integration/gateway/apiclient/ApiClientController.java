package factory.integration.gateway.apiclient;

import factory.integration.api.apiclient.ApiClientView;
import factory.integration.api.apiclient.FindApiClients;
import factory.integration.api.messaging.Page;
import factory.integration.api.provider.ProviderId;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.Filters;
import factory.integration.gateway.request.Filters.Condition;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.Paging;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the versions of API clients. */
@Tag(name = "API clients")
@RestController
@RequestMapping("/v1/integrations/clients")
final class ApiClientController {

  private final ApiClients clients;
  private final Messages messages;

  ApiClientController(ApiClients clients, Messages messages) {
    this.clients = clients;
    this.messages = messages;
  }

  @GetMapping
  @Operation(operationId = "listApiClients", summary = "List the versions of API clients")
  Page<ApiClientResource> list(
      @RequestParam(required = false) @Nullable String providerId,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor,
      RequestContext context) {
    FieldErrors errors = new FieldErrors();
    Filters.check("providerId", providerId, errors);
    int size = Paging.limit(limit, errors);
    String page = Paging.cursor(cursor, errors);
    errors.refuseIfAny();
    Condition<ProviderId> provider = Filters.condition(providerId, ProviderId::new);
    if (!provider.isPossible()) {
      return new Page<>(List.of(), null);
    }
    Page<ApiClientView> found =
        messages.page(
            new FindApiClients(context.tenant(), provider.value(), size, page),
            ApiClientView.class);
    return new Page<>(
        found.items().stream().map(ApiClientResource::of).toList(), found.nextCursor());
  }

  @GetMapping("/{apiClientId}")
  @Operation(operationId = "getApiClient", summary = "Show a version of an API client")
  ApiClientResource get(@PathVariable String apiClientId, RequestContext context) {
    return ApiClientResource.of(clients.get(context.tenant(), apiClientId));
  }
}
