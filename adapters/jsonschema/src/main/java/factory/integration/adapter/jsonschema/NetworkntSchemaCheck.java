package factory.integration.adapter.jsonschema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import factory.integration.api.mapping.JsonSchemaCheck;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Checks with limited work: a check that takes too much counts as a violation. */
final class NetworkntSchemaCheck implements JsonSchemaCheck {

  private static final long MOST_STEPS = 200_000;
  private static final int MOST_LEVELS = 250;
  private static final int MOST_SENTENCES = 10;
  private static final int LONGEST_SENTENCE = 300;

  private final CompiledSchemas schemas = new CompiledSchemas();

  @Override
  public List<String> violations(String schema, String json) {
    Schema compiled = schemas.get(schema);
    try {
      JsonNode value = SchemaTexts.read(json);
      return value.isMissingNode() ? List.of("is no JSON: it is empty") : validate(compiled, value);
    } catch (JacksonException e) {
      return List.of("is no JSON: " + e.getOriginalMessage());
    }
  }

  @Override
  public List<String> faults(String schema) {
    try {
      JsonNode text = SchemaTexts.readSchema(schema);
      List<String> faults = validate(schemas.metaSchema(text), text);
      if (faults.isEmpty()) {
        validate(schemas.get(schema), SchemaTexts.read("{}"));
      }
      return faults;
    } catch (IllegalArgumentException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private static List<String> validate(Schema schema, JsonNode value) {
    try {
      return MatchBudget.limit(() -> schema.validate(value, NetworkntSchemaCheck::limited)).stream()
          .limit(MOST_SENTENCES)
          .map(NetworkntSchemaCheck::sentence)
          .toList();
    } catch (MatchBudget.Exhausted | com.networknt.schema.ValidationLimitExceededException e) {
      return List.of("cannot be checked: the schema takes too much work");
    } catch (StackOverflowError e) {
      return List.of("cannot be checked: the schema nests too deep");
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(SchemaTexts.fault(e), e);
    }
  }

  private static void limited(ExecutionContext context) {
    context.executionConfig(
        config -> config.maxEvaluationSteps(MOST_STEPS).maxEvaluationDepth(MOST_LEVELS));
  }

  private static String sentence(Error error) {
    String where = error.getInstanceLocation().toString();
    String text = where.isEmpty() ? error.getMessage() : where + ": " + error.getMessage();
    return text.length() > LONGEST_SENTENCE ? text.substring(0, LONGEST_SENTENCE) + "…" : text;
  }
}
