package factory.integration.gateway.apiclient;

import factory.integration.api.apiclient.ApiClientView;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.RequestContext;
import factory.integration.gateway.request.TextRules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registers and deprecates versions of API clients. */
@Tag(name = "API clients")
@RestController
@RequestMapping("/v1/integrations/clients")
final class ApiClientChangeController {

  private static final int MAX_REASON = 1_024;

  private final ApiClientReader reader;
  private final ApiClients clients;

  ApiClientChangeController(ApiClientReader reader, ApiClients clients) {
    this.reader = reader;
    this.clients = clients;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "registerApiClient", summary = "Register a version of an API client")
  @ApiResponse(responseCode = "201", description = "It is registered.", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "200", description = "It was already.", useReturnTypeSchema = true)
  ResponseEntity<ApiClientResource> register(
      @RequestBody ApiClientRequest request, RequestContext context) {
    return clients.register(reader.read(request, context.tenant()), context).answer();
  }

  @PostMapping("/{apiClientId}/deprecate")
  @Operation(
      operationId = "deprecateApiClient",
      summary = "Say that a version should not be used any more")
  ApiClientResource deprecate(
      @PathVariable String apiClientId,
      @RequestBody(required = false) @Nullable Deprecation deprecation,
      RequestContext context) {
    String reason = deprecation == null ? null : deprecation.reason();
    FieldErrors errors = new FieldErrors();
    TextRules.check("reason", reason, MAX_REASON, errors);
    errors.refuseIfAny();
    ApiClientView view = clients.get(context.tenant(), apiClientId);
    return ApiClientResource.of(clients.deprecate(view, reason, context));
  }
}
