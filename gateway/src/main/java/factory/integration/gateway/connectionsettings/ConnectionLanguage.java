package factory.integration.gateway.connectionsettings;

import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.mapping.JsonSchemaCheck;
import factory.integration.api.mapping.MappingFailed;
import factory.integration.gateway.problem.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Checks the mappings and schemas of a connection. */
final class ConnectionLanguage {

  private final JsonMapping mapping;
  private final JsonSchemaCheck schemas;

  ConnectionLanguage(JsonMapping mapping, JsonSchemaCheck schemas) {
    this.mapping = mapping;
    this.schemas = schemas;
  }

  void checkMapping(String field, @Nullable String expression, FieldErrors errors) {
    if (expression != null) {
      try {
        mapping.check(expression);
      } catch (MappingFailed e) {
        errors.add(field, String.valueOf(e.getMessage()));
      }
    }
  }

  void checkSchema(String field, String schema, FieldErrors errors) {
    schemas.faults(schema).forEach(fault -> errors.add(field, fault));
  }
}
