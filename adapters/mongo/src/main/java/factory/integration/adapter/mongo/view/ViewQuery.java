package factory.integration.adapter.mongo.view;

import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.Query;
import factory.integration.query.TimelineKey;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A query for the newest entries whose conditions are added one by one; every index that it may run
 * on ends with {@link #ENTRY}.
 */
final class ViewQuery {

  /** The {@link TimelineKey}. */
  static final String ENTRY = "entry";

  private final Document filter = new Document();

  /** Adds a condition, unless the value is absent; any value is compared as text. */
  ViewQuery where(String field, @Nullable Object value) {
    if (value != null) {
      filter.append(field, value.toString());
    }
    return this;
  }

  /** Adds a condition that is not on text. */
  ViewQuery matching(String field, Object condition) {
    filter.append(field, condition);
    return this;
  }

  /**
   * Keeps entries of a span of time; the keys narrow the search to its seconds.
   *
   * @param from inclusive
   * @param to exclusive
   */
  ViewQuery within(String field, @Nullable Instant from, @Nullable Instant to) {
    Document span = new Document();
    if (from != null) {
      span.append("$gte", Date.from(from));
      entries().append("$gte", TimelineKey.firstOf(from));
    }
    if (to != null) {
      span.append("$lt", Date.from(to));
      entries().append("$lte", TimelineKey.lastOf(to));
    }
    if (!span.isEmpty()) {
      filter.append(field, span);
    }
    return this;
  }

  private Document entries() {
    return (Document) filter.computeIfAbsent(ENTRY, _ -> new Document());
  }

  /** The newest entries that come after a position. */
  Query before(long entry, MongoIndex index, int limit) {
    entries().append("$lt", entry);
    return on(index).newestFirst(ENTRY).limit(limit);
  }

  /** All entries, in no order. */
  Query on(MongoIndex index) {
    return new Query(filter, index);
  }
}
