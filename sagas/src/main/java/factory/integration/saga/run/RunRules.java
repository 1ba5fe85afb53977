package factory.integration.saga.run;

import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.connection.Governance;
import factory.integration.api.mapping.JsonSchemaCheck;
import factory.integration.api.run.Admission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a connection may do, and with which input. */
final class RunRules {

  private final JsonSchemaCheck schemas;

  RunRules(JsonSchemaCheck schemas) {
    this.schemas = schemas;
  }

  /**
   * What the rules say of a run that is asked for now.
   *
   * @param input JSON; absent where it is not known yet
   */
  Admission judge(
      ConnectionSettings connection, ApiOperation operation, @Nullable String input, Instant now) {
    Governance rules = connection.governance();
    if (!rules.allows(operation.name())) {
      return new Admission.Refused(
          "the connection does not allow "
              + operation.name()
              + ", but "
              + String.join(", ", rules.allowedOperations()));
    }
    List<String> faults = input == null ? List.of() : faults(connection, operation, input);
    if (!faults.isEmpty()) {
      return new Admission.Refused("the input does not fit: " + String.join("; ", faults));
    }
    if (rules.needsApproval(operation.name())) {
      return new Admission.NeedsApproval();
    }
    return quietUntil(rules, now) instanceof Instant until
        ? new Admission.Deferred(until)
        : new Admission.Granted();
  }

  /** What is wrong with an input by the schemas of the client and of the connection. */
  List<String> faults(ConnectionSettings connection, ApiOperation operation, String input) {
    List<String> faults = new ArrayList<>();
    String own = connection.governance().inputSchemas().get(operation.name());
    for (String schema : new String[] {operation.inputSchema(), own}) {
      if (schema != null) {
        faults.addAll(schemas.violations(schema, input));
      }
    }
    return faults;
  }

  /** When the quiet hours end that hold now; null when none do. */
  static @Nullable Instant quietUntil(Governance rules, Instant now) {
    return rules.quietHours() == null ? null : rules.quietHours().endAfter(now).orElse(null);
  }
}
