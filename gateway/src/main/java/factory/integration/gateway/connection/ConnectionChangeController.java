package factory.integration.gateway.connection;

import factory.integration.gateway.connectionsettings.ConnectionPatch;
import factory.integration.gateway.connectionsettings.ConnectionReader;
import factory.integration.gateway.connectionsettings.ConnectionRequest;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Establishes, tests, changes and retires connections. */
@Tag(name = "Connections")
@RestController
@RequestMapping("/v1/integrations/connections")
final class ConnectionChangeController {

  private final ConnectionReader reader;
  private final Connections connections;
  private final TestedConnections tested;
  private final ConnectionPatches patches;

  ConnectionChangeController(
      ConnectionReader reader,
      Connections connections,
      TestedConnections tested,
      ConnectionPatches patches) {
    this.reader = reader;
    this.connections = connections;
    this.tested = tested;
    this.patches = patches;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "establishConnection",
      summary = "Establish a connection; it stays pending if the test of it fails")
  ConnectionResource establish(@RequestBody ConnectionRequest request, RequestContext context) {
    return ConnectionResource.of(tested.establish(reader.read(request, context.tenant()), context));
  }

  @PatchMapping(
      path = "/{connectionId}",
      consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
  @Operation(operationId = "changeConnection", summary = "Change what a connection may do")
  ConnectionResource change(
      @PathVariable String connectionId,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              description =
                  "A merge patch (RFC 7396) with a reason: what stands in it changes, null"
                      + " removes.",
              content = @Content(schema = @Schema(implementation = ConnectionPatch.class)))
          @RequestBody
          Map<String, @Nullable Object> patch,
      RequestContext context) {
    return ConnectionResource.of(patches.apply(connectionId, patch, context));
  }

  @PostMapping("/{connectionId}/test")
  @Operation(
      operationId = "testConnection",
      summary = "Call the provider's probe; the first test that passes establishes the connection")
  TestResource test(@PathVariable String connectionId, RequestContext context) {
    return tested.test(connections.get(context.tenant(), connectionId), context);
  }

  @PostMapping(path = "/{connectionId}/retire", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "retireConnection", summary = "End a connection")
  ConnectionResource retire(
      @PathVariable String connectionId,
      @RequestBody Retirement retirement,
      RequestContext context) {
    FieldErrors errors = new FieldErrors();
    ReasonRules.check(retirement.reason(), errors);
    errors.refuseIfAny();
    return ConnectionResource.of(
        connections.retire(
            connections.get(context.tenant(), connectionId),
            Objects.requireNonNull(retirement.reason()),
            context));
  }
}
