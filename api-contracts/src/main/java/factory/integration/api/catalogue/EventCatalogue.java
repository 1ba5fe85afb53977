package factory.integration.api.catalogue;

import factory.integration.api.sourceevent.EventType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The source event types that are built in; a tenant may publish others too. The schemas describe,
 * they don't restrict: an event is accepted whatever its data.
 */
public final class EventCatalogue {

  private static final List<EventTypeDescription> ALL = BuiltInEventTypes.all();
  private static final Map<String, EventTypeDescription> BY_NAME_OR_ALIAS = byNameOrAlias();

  private EventCatalogue() {}

  /** Every built-in type, group by group. */
  public static List<EventTypeDescription> all() {
    return ALL;
  }

  /** The built-in type of that name or alias, such as {@code orderCreated}. */
  public static Optional<EventTypeDescription> find(String nameOrAlias) {
    return Optional.ofNullable(BY_NAME_OR_ALIAS.get(nameOrAlias));
  }

  /**
   * The type that a publisher means: an alias becomes the name, anything else stays as it is. Cheap
   * enough for every event that comes in.
   *
   * @throws IllegalArgumentException when it is no event type at all
   */
  public static EventType resolve(String nameOrAlias) {
    EventTypeDescription known = BY_NAME_OR_ALIAS.get(nameOrAlias);
    return known != null ? known.name() : new EventType(nameOrAlias);
  }

  private static Map<String, EventTypeDescription> byNameOrAlias() {
    Map<String, EventTypeDescription> types = new HashMap<>();
    ALL.forEach(
        type -> {
          types.put(type.name().value(), type);
          types.put(type.alias(), type);
        });
    return types;
  }
}
