package factory.integration.gateway.apiimport;

import factory.integration.gateway.apiclient.ApiClientReader;
import factory.integration.gateway.apiclient.ApiClientRequest;
import factory.integration.gateway.apiclient.ApiClientResource;
import factory.integration.gateway.apiclient.ApiClients;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registers API clients that OpenAPI documents describe. */
@Tag(name = "API clients")
@RestController
@RequestMapping("/v1/integrations/clients/import")
final class ImportController {

  private final ApiClientReader reader;
  private final ApiClients clients;

  ImportController(ApiClientReader reader, ApiClients clients) {
    this.reader = reader;
    this.clients = clients;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "importApiClient",
      summary = "Register a version of an API client from an OpenAPI 3 document")
  @ApiResponse(responseCode = "201", description = "It is registered.", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "200", description = "It was already.", useReturnTypeSchema = true)
  ResponseEntity<ApiClientResource> register(
      @RequestBody ImportRequest request, RequestContext context) {
    ApiClientRequest client = OpenApiImport.read(request);
    return clients.register(reader.read(client, context.tenant()), context).answer();
  }
}
