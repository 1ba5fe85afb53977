package factory.integration.gateway.connection;

import factory.integration.api.connection.ConnectionView;
import factory.integration.api.connection.FindConnections;
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

/** Shows connections. */
@Tag(name = "Connections")
@RestController
@RequestMapping("/v1/integrations/connections")
final class ConnectionController {

  private final Connections connections;
  private final Messages messages;

  ConnectionController(Connections connections, Messages messages) {
    this.connections = connections;
    this.messages = messages;
  }

  @GetMapping
  @Operation(operationId = "listConnections", summary = "List connections")
  Page<ConnectionResource> list(
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
    Page<ConnectionView> found =
        messages.page(
            new FindConnections(context.tenant(), provider.value(), size, page),
            ConnectionView.class);
    return new Page<>(
        found.items().stream().map(ConnectionResource::of).toList(), found.nextCursor());
  }

  @GetMapping("/{connectionId}")
  @Operation(operationId = "getConnection", summary = "Show a connection")
  ConnectionResource get(@PathVariable String connectionId, RequestContext context) {
    return ConnectionResource.of(connections.get(context.tenant(), connectionId));
  }
}
