package factory.integration.samples.consumer;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What to listen to.
 *
 * @param topic such as {@code factory.integration.runs}
 * @param context the subscribing context: all its instances share one durable subscription of that
 *     name, and each fact reaches one of them
 * @param eventTypes the facts to get; none: all of the topic
 */
record Subscription(String topic, String context, Set<String> eventTypes) {

  Subscription {
    eventTypes = Set.copyOf(eventTypes);
  }

  /** A hyphen is no letter in a selector, hence the double quotes. Empty selects everything. */
  String selector() {
    return eventTypes.isEmpty()
        ? ""
        : eventTypes.stream()
            .sorted()
            .map(type -> "'" + type.replace("'", "''") + "'")
            .collect(Collectors.joining(", ", "\"cs-event-type\" IN (", ")"));
  }
}
