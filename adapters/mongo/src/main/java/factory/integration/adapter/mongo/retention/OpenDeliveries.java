package factory.integration.adapter.mongo.retention;

import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what belongs to a delivery that is not over yet, and so must stay. */
final class OpenDeliveries {

  private final Documents attempts;

  OpenDeliveries(Documents attempts) {
    this.attempts = attempts;
  }

  /** Those of the deliveries that are open. */
  Set<String> among(Collection<String> deliveries) {
    return deliveries.isEmpty()
        ? Set.of()
        : values(RetentionQueries.open(deliveries), RetentionQueries.DELIVERY);
  }

  /** Those of the events that have an open delivery. */
  Set<String> events(Collection<String> eventIds) {
    return eventIds.isEmpty()
        ? Set.of()
        : values(RetentionQueries.openOf(eventIds), RetentionQueries.EVENT);
  }

  /** Those of the events that have any delivery at all. */
  Set<String> eventsWithAttempts(Collection<String> eventIds) {
    return eventIds.isEmpty()
        ? Set.of()
        : values(RetentionQueries.attemptsOf(eventIds), RetentionQueries.EVENT);
  }

  /** Those of the calls that an open delivery made; a call that succeeded ended its delivery. */
  Set<Long> calls(Collection<Long> logEntries) {
    Map<Long, String> deliveries = new HashMap<>();
    attempts
        .list(RetentionQueries.failedAttempts(logEntries))
        .forEach(
            attempt ->
                deliveries.put(
                    attempt.getLong(RetentionQueries.LOG_ENTRY),
                    attempt.getString(RetentionQueries.DELIVERY)));
    Set<String> open = among(new HashSet<>(deliveries.values()));
    deliveries.values().retainAll(open);
    return deliveries.keySet();
  }

  private Set<String> values(Query query, String field) {
    return attempts.list(query).stream()
        .map(attempt -> attempt.getString(field))
        .collect(Collectors.toSet());
  }
}
