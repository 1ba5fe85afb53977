package factory.integration.api.mapping;

import java.util.List;

/** Checks JSON against JSON Schemas that users wrote; never fetches what a schema refers to. */
public interface JsonSchemaCheck {

  /**
   * What the schema finds wrong with the JSON, at most some sentences; empty when nothing.
   *
   * @throws IllegalArgumentException when the schema is none; the message says why
   */
  List<String> violations(String schema, String json);

  /** What is wrong with the schema itself, at most some sentences; empty when nothing. */
  List<String> faults(String schema);
}
