package factory.integration.adapter.mongo.retention;

import factory.integration.query.retention.KeySpan;
import factory.integration.query.retention.Swept;
import java.util.List;
import org.bson.Document;

/** Removes old entries of one kind. */
interface Purge {

  /** Removes what may go of the span. */
  Swept sweep(KeySpan span);

  /** What came of the documents found for a span, each with its key in a field. */
  static Swept swept(int purged, List<Document> found, String key, KeySpan span) {
    return found.isEmpty()
        ? new Swept(0, span.after(), false)
        : new Swept(purged, found.getLast().getLong(key), found.size() == span.limit());
  }
}
