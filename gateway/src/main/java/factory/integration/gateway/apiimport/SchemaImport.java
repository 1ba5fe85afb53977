package factory.integration.gateway.apiimport;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a document's schemas into one JSON Schema (2020-12) that stands alone: what they refer to
 * comes along under {@code $defs}, and what OpenAPI 3.0 spells in its own way is spelled anew.
 */
final class SchemaImport {

  private static final Set<String> MAPS =
      Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");
  private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
  private static final Set<String> SCHEMAS =
      Set.of(
          "items",
          "additionalProperties",
          "not",
          "if",
          "then",
          "else",
          "contains",
          "propertyNames",
          "unevaluatedProperties",
          "unevaluatedItems");

  /** Words of OpenAPI's own, and what would only make the schema longer. */
  private static final Set<String> DROPPED =
      Set.of(
          "nullable",
          "discriminator",
          "xml",
          "externalDocs",
          "example",
          "examples",
          "readOnly",
          "writeOnly",
          "deprecated",
          "$id",
          "$schema",
          "$anchor");

  private static final JsonMapper JSON = JsonMapper.shared();

  private final OpenApiDocument document;
  private final Map<String, String> names = new HashMap<>();
  private final Deque<String> toRead = new ArrayDeque<>();

  SchemaImport(OpenApiDocument document) {
    this.document = document;
  }

  /** The schema of an input with these properties. */
  JsonNode ofInput(ObjectNode properties, Collection<String> required) {
    ObjectNode input = JSON.createObjectNode().put("type", "object");
    input.set("properties", properties);
    ArrayNode needed = input.putArray("required");
    required.forEach(needed::add);
    ObjectNode definitions = JSON.createObjectNode();
    while (!toRead.isEmpty()) {
      String reference = toRead.removeFirst();
      definitions.set(names.get(reference), of(document.target(reference)));
    }
    if (!definitions.isEmpty()) {
      input.set("$defs", definitions);
    }
    return input;
  }

  /** The schema; references in it are read by {@link #ofInput}. */
  JsonNode of(JsonNode schema) {
    if (!schema.isObject()) {
      return schema.isBoolean() ? schema : JSON.createObjectNode();
    }
    ObjectNode result = JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> word : schema.properties()) {
      if (!DROPPED.contains(word.getKey())) {
        result.set(word.getKey(), value(word.getKey(), word.getValue()));
      }
    }
    return document.hasOldSchemas() ? spelledAnew(schema, result) : result;
  }

  private JsonNode value(String word, JsonNode value) {
    if (word.equals("$ref")) {
      return JSON.getNodeFactory().stringNode("#/$defs/" + definition(value.asString("")));
    }
    if (MAPS.contains(word) && value.isObject()) {
      ObjectNode map = JSON.createObjectNode();
      value.properties().forEach(entry -> map.set(entry.getKey(), of(entry.getValue())));
      return map;
    }
    if (LISTS.contains(word) && value.isArray()) {
      ArrayNode list = JSON.createArrayNode();
      value.forEach(one -> list.add(of(one)));
      return list;
    }
    return SCHEMAS.contains(word) ? of(value) : value;
  }

  /** The name under which what is referred to comes along. */
  private String definition(String reference) {
    String known = names.get(reference);
    if (known != null) {
      return known;
    }
    document.target(reference);
    String last = reference.substring(reference.lastIndexOf('/') + 1);
    String plain = last.replaceAll("[^A-Za-z0-9_.-]", "_");
    String name = names.containsValue(plain) ? plain + "_" + names.size() : plain;
    names.put(reference, name);
    toRead.add(reference);
    return name;
  }

  private static JsonNode spelledAnew(JsonNode old, ObjectNode result) {
    bound(result, "minimum", "exclusiveMinimum");
    bound(result, "maximum", "exclusiveMaximum");
    if (!old.path("nullable").asBoolean(false)) {
      return result;
    }
    ObjectNode either = JSON.createObjectNode();
    either.putArray("anyOf").add(result).add(JSON.createObjectNode().put("type", "null"));
    return either;
  }

  private static void bound(ObjectNode schema, String bound, String exclusive) {
    JsonNode flag = schema.path(exclusive);
    if (flag.isBoolean()) {
      schema.remove(exclusive);
      if (flag.asBoolean() && schema.has(bound)) {
        schema.set(exclusive, schema.remove(bound));
      }
    }
  }
}
