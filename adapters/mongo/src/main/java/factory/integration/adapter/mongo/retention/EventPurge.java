package factory.integration.adapter.mongo.retention;

import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.LargeTexts;
import factory.integration.query.retention.KeySpan;
import factory.integration.query.retention.Swept;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** Removes routed events that have no attempt any more, with the entries that repeat them. */
record EventPurge(Documents events, LargeTexts texts, OpenDeliveries open, LaterRouting routing)
    implements Purge {

  private static final Document DECIDED =
      new Document("$set", new Document(RetentionQueries.DECISIONS, "[]"));

  @Override
  public Swept sweep(KeySpan span) {
    List<Document> found = events.list(RetentionQueries.events(span));
    Set<String> kept = kept(ids(found), span.before());
    kept.addAll(routing.undecided(found));
    List<Document> purged =
        found.stream().filter(it -> !kept.contains(it.getString(RetentionQueries.ID))).toList();
    int removed = purged.isEmpty() ? 0 : remove(purged);
    return Purge.swept(removed, found, RetentionQueries.ENTRY, span);
  }

  private Set<String> kept(List<String> ids, long before) {
    if (ids.isEmpty()) {
      return new HashSet<>();
    }
    Set<String> kept = new HashSet<>(open.eventsWithAttempts(ids));
    events
        .list(RetentionQueries.repetitions(ids, before))
        .forEach(repetition -> kept.add(repetition.getString(RetentionQueries.REPEATS)));
    return kept;
  }

  /** The events themselves last: by them the rest is found. */
  private int remove(List<Document> purged) {
    List<String> ids = ids(purged);
    texts.remove(largeOf(purged));
    forget(LaterRouting.apart(purged));
    long repetitions =
        events.remove(new Document(RetentionQueries.REPEATS, RetentionQueries.among(ids)));
    return Math.toIntExact(repetitions + events.remove(RetentionQueries.ids(ids)));
  }

  /** Says so in the entry first: a purge that is cut short here must find the event decided. */
  private void forget(List<String> apart) {
    if (!apart.isEmpty()) {
      events.update(RetentionQueries.ids(apart), DECIDED);
      routing.remove(apart);
    }
  }

  static List<String> ids(List<Document> found) {
    return found.stream().map(it -> it.getString(RetentionQueries.ID)).toList();
  }

  /** How many parts the data of those events has that is stored apart. */
  static Map<String, Integer> largeOf(List<Document> found) {
    Map<String, Integer> large = new HashMap<>();
    for (Document event : found) {
      Integer parts = event.getInteger(RetentionQueries.PARTS);
      if (parts != null) {
        large.put(event.getString(RetentionQueries.ID), parts);
      }
    }
    return large;
  }
}
