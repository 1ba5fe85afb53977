package factory.integration.saga.routing;

import factory.integration.api.sourceevent.EventType;
import java.util.List;
import java.util.Optional;

/** Patterns of event types: an exact name, a prefix with {@code *}, or {@code *} alone. */
final class EventTypePattern {

  private EventTypePattern() {}

  /** The first pattern that the type meets. */
  static Optional<String> firstMatch(List<String> patterns, EventType type) {
    return patterns.stream().filter(pattern -> matches(pattern, type.value())).findFirst();
  }

  private static boolean matches(String pattern, String type) {
    return pattern.endsWith("*")
        ? type.startsWith(pattern.substring(0, pattern.length() - 1))
        : type.equals(pattern);
  }
}
