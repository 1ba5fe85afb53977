package factory.integration.adapter.mongo.retention;

import factory.integration.adapter.mongo.Documents;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** What was decided for events apart from their entries, for many events in one document. */
record LaterRouting(Documents buckets) {

  private static final String EVENT = "event";

  /** Those of the events for which nothing was decided yet, neither here nor in their entries. */
  Set<String> undecided(List<Document> events) {
    Set<String> undecided = new HashSet<>(apart(events));
    if (!undecided.isEmpty()) {
      buckets
          .list(RetentionQueries.routing(undecided))
          .forEach(bucket -> undecided.removeAll(events(bucket)));
    }
    return undecided;
  }

  /** Those of the events whose entries do not tell what was decided. */
  static List<String> apart(List<Document> events) {
    return events.stream()
        .filter(event -> !event.containsKey(RetentionQueries.DECISIONS))
        .map(event -> event.getString(RetentionQueries.ID))
        .toList();
  }

  private static List<String> events(Document bucket) {
    return bucket.getList(RetentionQueries.ROUTES, Document.class).stream()
        .map(route -> route.getString(EVENT))
        .toList();
  }

  /** Removes what was decided for the events, and each document in which nothing is left. */
  void remove(List<String> eventIds) {
    List<String> ids =
        buckets.list(RetentionQueries.routing(eventIds)).stream()
            .map(bucket -> bucket.getString(RetentionQueries.ID))
            .toList();
    if (!ids.isEmpty()) {
      Document gone = new Document(EVENT, RetentionQueries.among(eventIds));
      Document pull = new Document("$pull", new Document(RetentionQueries.ROUTES, gone));
      buckets.update(RetentionQueries.ids(ids), pull);
      buckets.remove(RetentionQueries.ids(ids).append(RetentionQueries.ROUTES, List.of()));
    }
  }
}
