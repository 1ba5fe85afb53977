package factory.integration.gateway.request;

import factory.integration.api.catalogue.EventCatalogue;
import factory.integration.gateway.problem.FieldErrors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lists of event types: names, aliases, {@code *}, or prefixes such as {@code order*}. */
public final class EventTypePatterns {

  private static final int MAX_PATTERNS = 100;
  private static final String ANY = "*";

  private EventTypePatterns() {}

  /** The patterns with aliases replaced by names. */
  public static List<String> read(
      String field, List<? extends @Nullable String> given, FieldErrors errors) {
    if (given.size() > MAX_PATTERNS) {
      errors.add(field, "must not hold more than " + MAX_PATTERNS + " event types");
      return List.of();
    }
    List<String> patterns = new ArrayList<>();
    for (String pattern : given) {
      if (pattern == null) {
        errors.add(field, "must hold strings only");
      } else {
        errors.attempt(field, () -> patterns.add(resolve(pattern)));
      }
    }
    return patterns;
  }

  private static String resolve(String pattern) {
    if (pattern.equals(ANY)) {
      return pattern;
    }
    if (!pattern.endsWith(ANY)) {
      return EventCatalogue.resolve(pattern).value();
    }
    String prefix = pattern.substring(0, pattern.length() - 1);
    EventCatalogue.resolve(prefix.endsWith(".") ? prefix + "x" : prefix);
    return pattern;
  }
}
