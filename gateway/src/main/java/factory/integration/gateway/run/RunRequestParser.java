package factory.integration.gateway.run;

import static tools.jackson.core.JsonToken.END_OBJECT;
import static tools.jackson.core.JsonToken.START_OBJECT;
import static tools.jackson.core.JsonToken.VALUE_NULL;
import static tools.jackson.core.JsonToken.VALUE_STRING;

import factory.integration.api.connection.ConnectionId;
import factory.integration.api.run.RunRequest;
import factory.integration.gateway.json.StrictTokens;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.TextRules;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads a run that is asked for token by token, so that its input stays spelled as it came. */
final class RunRequestParser {

  private static final int MAX_KEY = 256;
  private static final String NO_INPUT = "{}";
  private static final Pattern OPERATION = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

  private final StrictTokens tokens;
  private final Map<RunField, String> values = new EnumMap<>(RunField.class);
  private final FieldErrors errors = new FieldErrors();

  private RunRequestParser(StrictTokens tokens) {
    this.tokens = tokens;
  }

  /** The run, or a refusal that says all that is wrong. */
  static WantedRun parse(byte[] body) {
    try (StrictTokens tokens = StrictTokens.of(body)) {
      if (tokens.next() != START_OBJECT) {
        throw RequestRefused.unreadable("the body must be a JSON object");
      }
      RunRequestParser parser = new RunRequestParser(tokens);
      while (tokens.next() != END_OBJECT) {
        parser.field(tokens.string());
      }
      tokens.end();
      return parser.wanted();
    }
  }

  private void field(String name) {
    JsonToken value = tokens.next();
    RunField.labelled(name).ifPresentOrElse(field -> value(field, value), () -> unknown(name));
  }

  private void unknown(String name) {
    errors.add(name, "is unknown here; known are " + RunField.allLabels());
    tokens.skip();
  }

  private void value(RunField field, @Nullable JsonToken value) {
    if (value == VALUE_NULL) {
      return;
    }
    if (field == RunField.INPUT && value == START_OBJECT) {
      values.put(field, tokens.spelling());
    } else if (field != RunField.INPUT && value == VALUE_STRING) {
      values.put(field, tokens.string());
    } else {
      errors.add(
          field.label(), field == RunField.INPUT ? "must be a JSON object" : "must be a string");
      tokens.skip();
    }
  }

  private WantedRun wanted() {
    errors.refuseIfAny();
    ConnectionId connection =
        errors.attempt(
            RunField.CONNECTION_ID.label(),
            () -> new ConnectionId(values.getOrDefault(RunField.CONNECTION_ID, "")));
    String operation = values.getOrDefault(RunField.OPERATION, "");
    if (!OPERATION.matcher(operation).matches()) {
      errors.add(RunField.OPERATION.label(), "must be the name of an operation of the connection");
    }
    check(RunField.IDEMPOTENCY_KEY, MAX_KEY);
    check(RunField.PROJECT_ID, TextRules.MAX_NAME);
    check(RunField.MODULE_ID, TextRules.MAX_NAME);
    errors.refuseIfAny();
    RunRequest request =
        new RunRequest(
            Objects.requireNonNull(connection),
            operation,
            values.getOrDefault(RunField.INPUT, NO_INPUT),
            values.get(RunField.IDEMPOTENCY_KEY));
    return new WantedRun(request, values.get(RunField.PROJECT_ID), values.get(RunField.MODULE_ID));
  }

  private void check(RunField field, int max) {
    TextRules.check(field.label(), values.get(field), max, errors);
  }
}
