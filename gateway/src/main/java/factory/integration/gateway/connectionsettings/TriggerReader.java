package factory.integration.gateway.connectionsettings;

import factory.integration.api.connection.Governance;
import factory.integration.api.connection.Trigger;
import factory.integration.api.subscription.Ordering;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.EventTypePatterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads on which events a connection runs operations. */
final class TriggerReader {

  private static final String FIELD = "triggers";
  private static final int MOST = 100;
  private static final int MOST_RETRIES = 5;
  private static final int DEFAULT_RETRIES = 4;

  private final ConnectionLanguage language;

  TriggerReader(ConnectionLanguage language) {
    this.language = language;
  }

  List<Trigger> read(
      @Nullable List<@Nullable TriggerForm> forms,
      OperationNames operations,
      Governance governance,
      FieldErrors errors) {
    if (forms == null) {
      return List.of();
    }
    if (forms.size() > MOST) {
      errors.add(FIELD, "must not hold more than " + MOST + " triggers");
      return List.of();
    }
    List<Trigger> triggers = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      Trigger trigger = read(FIELD + "." + i, forms.get(i), operations, errors);
      if (trigger != null && allowed(FIELD + "." + i, trigger, governance, errors)) {
        triggers.add(trigger);
      }
    }
    return triggers;
  }

  private @Nullable Trigger read(
      String field, @Nullable TriggerForm form, OperationNames operations, FieldErrors errors) {
    if (form == null) {
      errors.add(field, "must be a trigger");
      return null;
    }
    String eventType = eventType(field + ".eventType", form.eventType(), errors);
    operations.check(field + ".operation", form.operation(), errors);
    if (form.fetchOperation() != null) {
      operations.check(field + ".fetchOperation", form.fetchOperation(), errors);
    } else if (form.fetchMapping() != null) {
      errors.add(field + ".fetchMapping", "needs a fetchOperation");
    }
    language.checkMapping(field + ".mapping", form.mapping(), errors);
    language.checkMapping(field + ".fetchMapping", form.fetchMapping(), errors);
    int retries = Objects.requireNonNullElse(form.retries(), DEFAULT_RETRIES);
    if (retries < 0 || retries > MOST_RETRIES) {
      errors.add(field + ".retries", "must be 0 to " + MOST_RETRIES);
    }
    return errors.isEmpty() ? trigger(form, Objects.requireNonNull(eventType), retries) : null;
  }

  private static Trigger trigger(TriggerForm form, String eventType, int retries) {
    return new Trigger(
        eventType,
        Objects.requireNonNull(form.operation()),
        form.mapping(),
        form.fetchOperation(),
        form.fetchMapping(),
        Objects.requireNonNullElse(form.ordering(), Ordering.FIFO),
        retries);
  }

  private static @Nullable String eventType(
      String field, @Nullable String text, FieldErrors errors) {
    if (text == null) {
      errors.add(field, "is required: an event type, or * for all");
      return null;
    }
    List<String> patterns = EventTypePatterns.read(field, List.of(text), errors);
    return patterns.isEmpty() ? null : patterns.getFirst();
  }

  private static boolean allowed(
      String field, Trigger trigger, Governance governance, FieldErrors errors) {
    String fetched = trigger.fetchOperation();
    if (!governance.allows(trigger.operation())) {
      errors.add(field + ".operation", "is not among the allowed operations");
    } else if (fetched != null && !governance.allows(fetched)) {
      errors.add(field + ".fetchOperation", "is not among the allowed operations");
    }
    return errors.isEmpty();
  }
}
