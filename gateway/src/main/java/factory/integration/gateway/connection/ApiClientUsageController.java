package factory.integration.gateway.connection;

import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.apiclient.ApiClientView;
import factory.integration.api.apiclient.GetApiClient;
import factory.integration.api.connection.ConnectionStatus;
import factory.integration.api.connection.ConnectionView;
import factory.integration.api.connection.FindConnections;
import factory.integration.api.messaging.Page;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.ProviderId;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells who uses a version of an API client. */
@Tag(name = "API clients")
@RestController
@RequestMapping("/v1/integrations/clients")
final class ApiClientUsageController {

  private static final int PAGE = 250;

  private final Messages messages;

  ApiClientUsageController(Messages messages) {
    this.messages = messages;
  }

  /** Who uses it: connections that are not retired, newest first. */
  record Usage(ApiClientId apiClientId, List<ConnectionResource> connections) {}

  @GetMapping("/{apiClientId}/usage")
  @Operation(operationId = "getApiClientUsage", summary = "Show who uses a version")
  Usage usage(@PathVariable String apiClientId, RequestContext context) {
    ApiClientId id = Messages.idOf("API client", apiClientId, ApiClientId::new);
    ApiClientView client =
        messages
            .find(new GetApiClient(context.tenant(), id), ApiClientView.class)
            .orElseThrow(() -> RequestRefused.notFound("API client"));
    List<ConnectionResource> using =
        connections(context.tenant(), client.definition().providerId()).stream()
            .filter(view -> view.status() != ConnectionStatus.RETIRED)
            .filter(view -> view.settings().apiClientId().equals(id))
            .map(ConnectionResource::of)
            .toList();
    return new Usage(id, using);
  }

  private List<ConnectionView> connections(TenantId tenant, ProviderId provider) {
    List<ConnectionView> all = new ArrayList<>();
    String cursor = null;
    do {
      Page<ConnectionView> page =
          messages.page(new FindConnections(tenant, provider, PAGE, cursor), ConnectionView.class);
      all.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    return all;
  }
}
