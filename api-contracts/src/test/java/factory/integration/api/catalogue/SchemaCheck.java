package factory.integration.api.catalogue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Validates JSON texts, formats such as date-time included. */
public final class SchemaCheck {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema META_SCHEMA =
      REGISTRY.getSchema("{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}");

  private SchemaCheck() {}

  /** What is wrong with the text; nothing when it meets the schema. */
  public static List<String> errors(String schema, String json) {
    return errors(REGISTRY.getSchema(schema), json);
  }

  /** What keeps the text from being a JSON Schema. */
  static List<String> errorsOfSchema(String schema) {
    return errors(META_SCHEMA, schema);
  }

  private static List<String> errors(Schema schema, String json) {
    return schema
        .validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }
}
