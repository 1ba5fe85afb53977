package factory.integration.adapter.mongo.retention;

import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.LargeTexts;
import factory.integration.query.retention.KeySpan;
import factory.integration.query.retention.Swept;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** Removes data and words of events that were routed, and leaves their entries. */
record PayloadPurge(Documents events, LargeTexts texts, OpenDeliveries open, LaterRouting routing)
    implements Purge {

  private static final Document FORGET =
      new Document(
          "$unset",
          new Document(RetentionQueries.DATA, "")
              .append(RetentionQueries.PARTS, "")
              .append(RetentionQueries.WORDS, ""));

  @Override
  public Swept sweep(KeySpan span) {
    List<Document> found = events.list(RetentionQueries.payloads(span));
    Set<String> kept = new HashSet<>(open.events(EventPurge.ids(found)));
    kept.addAll(routing.undecided(found));
    List<Document> purged =
        found.stream().filter(it -> !kept.contains(it.getString(RetentionQueries.ID))).toList();
    if (!purged.isEmpty()) {
      texts.remove(EventPurge.largeOf(purged));
      events.update(RetentionQueries.ids(EventPurge.ids(purged)), FORGET);
    }
    return Purge.swept(purged.size(), found, RetentionQueries.ENTRY, span);
  }
}
