package factory.integration.gateway.connectionsettings;

import factory.integration.api.connection.Governance;
import factory.integration.api.connection.QuietHours;
import factory.integration.gateway.connectionsettings.GovernanceForm.QuietHoursForm;
import factory.integration.gateway.problem.FieldErrors;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a connection may do. */
final class GovernanceReader {

  private static final String FIELD = "governance.";
  private static final int MAX_CALLS = 10_000;

  private final ConnectionLanguage language;

  GovernanceReader(ConnectionLanguage language) {
    this.language = language;
  }

  Governance read(@Nullable GovernanceForm form, OperationNames operations, FieldErrors errors) {
    if (form == null) {
      return Governance.OPEN;
    }
    List<String> allowed =
        operations.read(FIELD + "allowedOperations", form.allowedOperations(), errors);
    List<String> approved =
        operations.read(FIELD + "approvalRequired", form.approvalRequired(), errors);
    Map<String, String> schemas = schemas(form.inputSchemas(), operations, errors);
    QuietHours quietHours = quietHours(form.quietHours(), errors);
    Integer calls = form.callsPerSecond();
    if (calls != null && (calls < 1 || calls > MAX_CALLS)) {
      errors.add(FIELD + "callsPerSecond", "must be 1 to " + MAX_CALLS);
    }
    return errors.isEmpty()
        ? new Governance(allowed, approved, schemas, quietHours, calls)
        : Governance.OPEN;
  }

  private Map<String, String> schemas(
      @Nullable Map<String, JsonNode> given, OperationNames operations, FieldErrors errors) {
    Map<String, String> schemas = new LinkedHashMap<>();
    if (given != null) {
      given.forEach(
          (name, schema) -> {
            String field = FIELD + "inputSchemas." + name;
            operations.check(field, name, errors);
            language.checkSchema(field, schema.toString(), errors);
            schemas.put(name, schema.toString());
          });
    }
    return schemas;
  }

  private static @Nullable QuietHours quietHours(
      @Nullable QuietHoursForm form, FieldErrors errors) {
    if (form == null) {
      return null;
    }
    LocalTime from = time("from", form.from(), errors);
    LocalTime to = time("to", form.to(), errors);
    ZoneId zone = zone(form.zone(), errors);
    return from == null || to == null || zone == null
        ? null
        : errors.attempt(FIELD + "quietHours", () -> new QuietHours(from, to, zone));
  }

  private static @Nullable LocalTime time(String name, @Nullable String text, FieldErrors errors) {
    try {
      return LocalTime.parse(String.valueOf(text));
    } catch (DateTimeException e) {
      errors.add(FIELD + "quietHours." + name, "must be a time of day such as 22:00");
      return null;
    }
  }

  private static @Nullable ZoneId zone(@Nullable String text, FieldErrors errors) {
    try {
      return ZoneId.of(String.valueOf(text));
    } catch (DateTimeException e) {
      errors.add(FIELD + "quietHours.zone", "must be a time zone such as Europe/Berlin");
      return null;
    }
  }
}
