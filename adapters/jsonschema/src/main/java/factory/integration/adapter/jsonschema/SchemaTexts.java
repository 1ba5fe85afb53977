package factory.integration.adapter.jsonschema;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the texts of schemas and of what they describe. */
final class SchemaTexts {

  private static final int LONGEST_SCHEMA = 65_536;
  private static final int MOST_LEVELS = 100;
  private static final int LONGEST_FAULT = 300;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MOST_LEVELS).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private SchemaTexts() {}

  static JsonNode read(String json) {
    return JSON.readTree(json);
  }

  /** The schema, an object or a truth value. */
  static JsonNode readSchema(String schema) {
    if (schema.length() > LONGEST_SCHEMA) {
      throw new IllegalArgumentException(
          "a JSON Schema has at most " + LONGEST_SCHEMA + " characters");
    }
    try {
      JsonNode read = JSON.readTree(schema);
      if (read.isObject() || read.isBoolean()) {
        return read;
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("is no JSON: " + e.getOriginalMessage(), e);
    }
    throw new IllegalArgumentException("a JSON Schema is a JSON object");
  }

  static String fault(RuntimeException e) {
    String text = "is no JSON Schema that can be used: " + e.getMessage();
    return text.length() > LONGEST_FAULT ? text.substring(0, LONGEST_FAULT) + "…" : text;
  }
}
