package factory.integration.app.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A numbered row of events from one publisher, one after the other.
 *
 * @param keyed whether events carry idempotency keys, so that an unanswered one is sent again
 * @param ordered whether endpoints must see the numbers in order
 * @param paths the sink's paths that must get every event
 */
record EventSeries(
    String name,
    String eventType,
    boolean keyed,
    boolean ordered,
    @Nullable String orderingKey,
    List<String> paths) {

  /** The event with this number, as it is published. */
  Map<String, Object> event(int number) {
    Map<String, Object> event = new HashMap<>();
    event.put("eventType", eventType);
    event.put("data", Map.of("id", name + "-" + number, "series", name, "number", number));
    if (keyed) {
      event.put("idempotencyKey", name + "-" + number);
    }
    if (orderingKey != null) {
      event.put("orderingKey", orderingKey);
    }
    return event;
  }
}
