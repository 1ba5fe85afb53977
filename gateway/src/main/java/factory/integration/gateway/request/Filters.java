package factory.integration.gateway.request;

import factory.integration.api.catalogue.EventCatalogue;
import factory.integration.api.sourceevent.EventType;
import factory.integration.gateway.problem.FieldErrors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a filter; whatever they say is text and nothing else. */
public final class Filters {

  private static final int MAX_LENGTH = 2_048;

  /**
   * A condition on a value.
   *
   * @param value what it must be; null: anything
   * @param isPossible false when what was asked for can't be such a value, so nothing matches
   */
  public record Condition<T>(@Nullable T value, boolean isPossible) {}

  private Filters() {}

  /** A condition that can be any text. */
  public static void check(String field, @Nullable String text, FieldErrors errors) {
    if (text != null && text.length() > MAX_LENGTH) {
      errors.add(field, "must not have more than " + MAX_LENGTH + " characters");
    }
  }

  /** A condition on an event type, by its name or alias. */
  public static Condition<EventType> eventType(@Nullable String text) {
    return condition(text, EventCatalogue::resolve);
  }

  /** A condition on an id or another value with a form of its own. */
  public static <T> Condition<T> condition(@Nullable String text, Function<String, T> value) {
    if (text == null) {
      return new Condition<>(null, true);
    }
    try {
      return new Condition<>(value.apply(text), true);
    } catch (IllegalArgumentException e) {
      return new Condition<>(null, false);
    }
  }
}
