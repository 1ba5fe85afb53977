package factory.integration.gateway.openapi;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import factory.integration.api.catalogue.EventTypeDescription;
import factory.integration.api.run.RunView;
import factory.integration.api.sourceevent.SourceEventView;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Says of answers what annotations can't: they are JSON, also where views keep text of it. */
final class JsonAnswers implements OpenApiCustomizer {

  private static final String MEDIA_TYPE_UNTOLD = "*/*";

  @Override
  public void customise(OpenAPI api) {
    replace(api, SourceEventView.class, "data");
    replace(api, RunView.class, "input");
    replace(api, RunView.class, "result");
    replace(api, EventTypeDescription.class, "schema");
    replace(api, EventTypeDescription.class, "example");
    api.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .flatMap(operation -> operation.getResponses().values().stream())
        .map(ApiResponse::getContent)
        .filter(Objects::nonNull)
        .forEach(JsonAnswers::nameMediaType);
  }

  private static void nameMediaType(Content content) {
    MediaType any = content.remove(MEDIA_TYPE_UNTOLD);
    if (any != null) {
      content.addMediaType(APPLICATION_JSON_VALUE, any);
    }
  }

  private static void replace(OpenAPI api, Class<?> view, String property) {
    Schema<?> schema = api.getComponents().getSchemas().get(view.getSimpleName());
    if (schema != null) {
      schema.addProperty(property, new ObjectSchema());
    }
  }
}
