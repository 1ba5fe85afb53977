package factory.integration.saga.operation;

import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.mapping.MappingFailed;
import factory.integration.api.mapping.MappingFailed.Kind;
import factory.integration.api.provider.BaseUrl;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the request of an operation out of an input. */
public final class OperationComposer {

  private static final String NOTHING = "null";

  private final JsonMapping mapping;

  public OperationComposer(JsonMapping mapping) {
    this.mapping = mapping;
  }

  /**
   * The request.
   *
   * @param inputJson a JSON object that meets the operation's schema
   * @param idempotencyKey goes into the operation's idempotency header, where it has one
   * @throws MappingFailed when the input lacks a part of the path or the mapping fails
   */
  public ComposedRequest compose(
      BaseUrl baseUrl, ApiOperation operation, String inputJson, String idempotencyKey) {
    JsonNode input = read(inputJson);
    String url = baseUrl.value() + path(operation, input) + query(operation, input);
    String body = body(operation, inputJson);
    return new ComposedRequest(
        operation.method(),
        URI.create(url),
        headers(operation, input, body != null, idempotencyKey),
        body);
  }

  private static JsonNode read(String json) {
    try {
      return JsonMapper.shared().readTree(json);
    } catch (JacksonException e) {
      throw new MappingFailed(Kind.INVALID, "the input is no JSON: " + e.getOriginalMessage());
    }
  }

  private static String path(ApiOperation operation, JsonNode input) {
    return Template.fill(operation.path(), input, Template::ofPath)
        .orElseThrow(
            () ->
                new MappingFailed(
                    Kind.FAILED,
                    "the input lacks a field that the path "
                        + operation.path()
                        + " needs, or it is empty"));
  }

  private static String query(ApiOperation operation, JsonNode input) {
    List<String> pairs = new ArrayList<>();
    operation
        .query()
        .forEach(
            (name, template) ->
                Template.fillQuery(template, input)
                    .ifPresent(value -> pairs.add(Template.encoded(name) + "=" + value)));
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private static Map<String, String> headers(
      ApiOperation operation, JsonNode input, boolean hasBody, String idempotencyKey) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (hasBody) {
      headers.put("content-type", "application/json");
    }
    operation
        .headers()
        .forEach(
            (name, template) ->
                Template.fill(template, input, Template::ofHeader)
                    .ifPresent(value -> headers.put(name, value)));
    if (operation.idempotencyHeader() != null) {
      headers.put(operation.idempotencyHeader(), idempotencyKey);
    }
    return headers;
  }

  private @Nullable String body(ApiOperation operation, String inputJson) {
    if (operation.requestMapping() == null) {
      return null;
    }
    String body = mapping.apply(operation.requestMapping(), inputJson);
    return body.equals(NOTHING) ? null : body;
  }
}
