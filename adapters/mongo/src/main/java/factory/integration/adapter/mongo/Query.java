package factory.integration.adapter.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import java.util.Collection;
import java.util.List;
import org.bson.Document;

/**
 * A query along an index that it names, so that none ever walks a whole collection.
 *
 * @param filter field by field; values are compared as they are, so none is ever an operator
 * @param sort empty for the index's own order
 * @param fields which to answer; empty for all
 * @param limit how many at most; 0 for all
 */
public record Query(Document filter, MongoIndex index, Document sort, Document fields, int limit) {

  public Query(Document filter, MongoIndex index) {
    this(filter, index, new Document(), new Document(), 0);
  }

  public static Query byId(String id) {
    return new Query(new Document("_id", id), MongoIndex.ID);
  }

  public static Query byIds(Collection<String> ids) {
    return new Query(new Document("_id", new Document("$in", List.copyOf(ids))), MongoIndex.ID);
  }

  /** The same with one more condition. */
  public Query and(String field, Object condition) {
    Document both = new Document(filter).append(field, condition);
    return new Query(both, index, sort, fields, limit);
  }

  public Query limit(int count) {
    return new Query(filter, index, sort, fields, count);
  }

  /** The highest values of the first field first, of those equal the highest of the next. */
  public Query newestFirst(String... names) {
    return sorted(-1, names);
  }

  /** The lowest values of the first field first, of those equal the lowest of the next. */
  public Query oldestFirst(String... names) {
    return sorted(1, names);
  }

  private Query sorted(int direction, String... names) {
    return new Query(filter, index, each(direction, names), fields, limit);
  }

  private static Document each(int value, String... names) {
    Document each = new Document();
    for (String name : names) {
      each.append(name, value);
    }
    return each;
  }

  /** Answers these fields only, and the id. */
  public Query only(String... names) {
    return new Query(filter, index, sort, each(1, names), limit);
  }

  /** Answers all other fields. */
  public Query without(String... names) {
    return new Query(filter, index, sort, each(0, names), limit);
  }

  FindIterable<Document> on(MongoCollection<Document> collection) {
    return collection
        .find(filter)
        .hint(index.keys())
        .sort(sort)
        .projection(fields.isEmpty() ? null : fields)
        .limit(limit);
  }
}
