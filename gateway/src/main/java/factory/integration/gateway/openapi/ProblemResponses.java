package factory.integration.gateway.openapi;

import factory.integration.gateway.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds to each operation of the management API how it can fail. */
final class ProblemResponses implements OpenApiCustomizer {

  private static final String API = "/v1/";

  @Override
  public void customise(OpenAPI api) {
    ModelConverters.getInstance().readAll(Problem.class).forEach(api.getComponents()::addSchemas);
    api.getPaths()
        .forEach(
            (path, item) -> {
              if (path.startsWith(API)) {
                add(path, item);
              }
            });
  }

  private static void add(String path, PathItem item) {
    for (Map.Entry<HttpMethod, Operation> entry : item.readOperationsMap().entrySet()) {
      Operation operation = entry.getValue();
      add(operation, "401", "No valid key.");
      add(operation, "403", "The key lacks the scope.");
      add(operation, "503", "Unavailable at the moment; send it again after Retry-After.");
      if (path.contains("{")) {
        add(operation, "404", "There is no such thing, or it is another tenant's.");
      }
      if (entry.getKey() != HttpMethod.GET && entry.getKey() != HttpMethod.DELETE) {
        add(operation, "409", "It contradicts what is there.");
      }
      if (operation.getRequestBody() != null) {
        addForBodies(operation);
      }
    }
  }

  private static void addForBodies(Operation operation) {
    add(operation, "400", "The body can't be read.");
    add(operation, "413", "The body is too large.");
    add(operation, "415", "The body is not JSON.");
    add(operation, "422", "Fields break rules; errors names them.");
  }

  private static void add(Operation operation, String status, String description) {
    Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
    operation
        .getResponses()
        .addApiResponse(
            status,
            new ApiResponse()
                .description(description)
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json", new MediaType().schema(problem))));
  }
}
