package factory.integration.gateway.apiimport;

import factory.integration.gateway.apiclient.OperationForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns one operation of a document into one of ours: each parameter becomes a field of the input,
 * and so does the whole body.
 */
final class OperationImport {

  private static final String IDEMPOTENCY_KEY = "idempotency-key";
  private static final Set<String> NOT_OURS =
      Set.of("accept", "content-type", "authorization", "user-agent", "cookie");
  private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^A-Za-z0-9]+");
  private static final Pattern FIELD = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private final OpenApiDocument document;
  private final OpenApiDocument.Found found;
  private final SchemaImport schemas;
  private final ObjectNode properties = JsonMapper.shared().createObjectNode();
  private final Set<String> required = new TreeSet<>();
  private final Map<String, String> query = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String path;
  private @Nullable String idempotencyHeader;

  OperationImport(OpenApiDocument document, OpenApiDocument.Found found) {
    this.document = document;
    this.found = found;
    this.schemas = new SchemaImport(document);
    this.path = found.path();
  }

  OperationForm form(String id) {
    parameters().forEach(this::take);
    String mapping = body();
    return new OperationForm(
        name(id),
        found.method().toUpperCase(Locale.ROOT),
        path,
        query,
        headers,
        schemas.ofInput(properties, required),
        mapping,
        null,
        success(),
        null,
        null,
        idempotencyHeader,
        null,
        null);
  }

  /** {@code pulls/create} becomes {@code PullsCreate}. */
  private static String name(String id) {
    return Stream.of(NO_LETTER_OR_DIGIT.split(id))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** Those of the operation take the place of those of its path. */
  private Iterable<JsonNode> parameters() {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    for (JsonNode owner : List.of(found.item(), found.operation())) {
      for (JsonNode given : owner.path("parameters")) {
        JsonNode parameter = document.resolve(given);
        all.put(parameter.path("in").asString("") + " " + parameter.path("name"), parameter);
      }
    }
    return all.values();
  }

  private void take(JsonNode parameter) {
    String name = parameter.path("name").asString("");
    switch (parameter.path("in").asString("")) {
      case "path" -> {
        String field = field(name, parameter);
        path = path.replace("{" + name + "}", "{" + field + "}");
        required.add(field);
      }
      case "query" -> query.put(name, "{" + field(name, parameter) + "}");
      case "header" -> takeHeader(name, parameter);
      default -> {
        if (parameter.path("required").asBoolean(false)) {
          throw new IllegalArgumentException(
              "needs the parameter " + name + ", which is not of a path, query or header");
        }
      }
    }
  }

  private void takeHeader(String name, JsonNode parameter) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals(IDEMPOTENCY_KEY)) {
      idempotencyHeader = lower;
    } else if (!NOT_OURS.contains(lower)) {
      headers.put(lower, "{" + field(name, parameter) + "}");
    }
  }

  /** The field of the input that holds the parameter. */
  private String field(String name, JsonNode parameter) {
    String field = name;
    if (!FIELD.matcher(name).matches()) {
      field = "_" + NO_LETTER_OR_DIGIT.matcher(name).replaceAll("_");
    }
    while (properties.has(field) || field.equals("body")) {
      field = field + "_";
    }
    properties.set(field, schemas.of(parameter.path("schema")));
    if (parameter.path("required").asBoolean(false)) {
      required.add(field);
    }
    return field;
  }

  /** The mapping that makes the body; none where the operation has none. */
  private @Nullable String body() {
    JsonNode body = document.resolve(found.operation().path("requestBody"));
    if (body.isMissingNode()) {
      return null;
    }
    boolean needed = body.path("required").asBoolean(false);
    for (Map.Entry<String, JsonNode> content : body.path("content").properties()) {
      String type = content.getKey().toLowerCase(Locale.ROOT);
      if (type.startsWith("application/json") || type.contains("+json")) {
        properties.set("body", schemas.of(content.getValue().path("schema")));
        if (needed) {
          required.add("body");
        }
        return "body";
      }
    }
    if (needed) {
      throw new IllegalArgumentException("needs a body that is not JSON, which is not offered");
    }
    return null;
  }

  private List<String> success() {
    List<String> success = new ArrayList<>();
    for (String status : found.operation().path("responses").propertyNames()) {
      if (status.matches("2[0-9]{2}")) {
        success.add(status);
      } else if (status.equalsIgnoreCase("2XX")) {
        success.add("200-299");
      }
    }
    return success;
  }
}
