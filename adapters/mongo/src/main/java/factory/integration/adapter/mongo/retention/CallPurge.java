package factory.integration.adapter.mongo.retention;

import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.LargeTexts;
import factory.integration.query.retention.KeySpan;
import factory.integration.query.retention.Swept;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Removes documents of calls as a whole: one that holds a call of an open delivery stays with all
 * its calls until that delivery is over.
 */
record CallPurge(Documents buckets, LargeTexts texts, OpenDeliveries open) implements Purge {

  private static final int CALLS_IN_A_BUCKET = 16;

  @Override
  public Swept sweep(KeySpan span) {
    KeySpan fewer =
        new KeySpan(span.after(), span.before(), Math.ceilDiv(span.limit(), CALLS_IN_A_BUCKET));
    List<Document> found = buckets.list(RetentionQueries.calls(fewer));
    List<Long> keys = found.stream().flatMap(bucket -> keys(bucket).stream()).toList();
    Set<Long> kept = keys.isEmpty() ? Set.of() : open.calls(keys);
    List<Document> purged =
        found.stream().filter(bucket -> keys(bucket).stream().noneMatch(kept::contains)).toList();
    remove(purged);
    int calls = purged.stream().mapToInt(bucket -> calls(bucket).size()).sum();
    return Purge.swept(calls, found, RetentionQueries.NEWEST, fewer);
  }

  /** Texts first: without the document nobody would know of them. */
  private void remove(List<Document> purged) {
    Map<String, Integer> large = new HashMap<>();
    List<String> ids = new ArrayList<>();
    for (Document bucket : purged) {
      ids.add(bucket.getString(RetentionQueries.ID));
      for (Document call : calls(bucket)) {
        Integer parts = call.getInteger("parts");
        if (parts != null) {
          large.put(Long.toString(key(call)), parts);
        }
      }
    }
    texts.remove(large);
    if (!ids.isEmpty()) {
      buckets.remove(RetentionQueries.ids(ids));
    }
  }

  private static Set<Long> keys(Document bucket) {
    return calls(bucket).stream().map(CallPurge::key).collect(Collectors.toSet());
  }

  private static List<Document> calls(Document bucket) {
    return bucket.getList("calls", Document.class);
  }

  private static long key(Document call) {
    return call.getLong(RetentionQueries.ENTRY);
  }
}
