package factory.integration.gateway.apiclient;

import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.mapping.JsonSchemaCheck;
import factory.integration.api.mapping.MappingFailed;
import factory.integration.gateway.problem.FieldErrors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks the mappings and the schema of an operation. */
final class OperationLanguage {

  private final JsonMapping mapping;
  private final JsonSchemaCheck schemas;

  OperationLanguage(JsonMapping mapping, JsonSchemaCheck schemas) {
    this.mapping = mapping;
    this.schemas = schemas;
  }

  void check(OperationForm form, FieldErrors errors) {
    checkMapping("requestMapping", form.requestMapping(), errors);
    checkMapping("responseMapping", form.responseMapping(), errors);
    checkMapping("successWhen", form.successWhen(), errors);
    checkMapping("externalRef", form.externalRef(), errors);
    String schema = text(form.inputSchema());
    if (schema != null) {
      schemas.faults(schema).forEach(fault -> errors.add("inputSchema", fault));
    }
  }

  private void checkMapping(String field, @Nullable String expression, FieldErrors errors) {
    if (expression != null) {
      try {
        mapping.check(expression);
      } catch (MappingFailed e) {
        errors.add(field, String.valueOf(e.getMessage()));
      }
    }
  }

  static @Nullable String text(@Nullable JsonNode schema) {
    return schema == null || schema.isNull() ? null : schema.toString();
  }
}
