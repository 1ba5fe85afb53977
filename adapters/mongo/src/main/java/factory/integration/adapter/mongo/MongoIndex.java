package factory.integration.adapter.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import org.bson.Document;

/**
 * An index that queries name.
 *
 * @param keys fields in their order, each with 1 for ascending or -1
 * @param present documents without one of these fields are left out; queries must ask for them
 * @param unique whether no two documents may have the same keys
 */
public record MongoIndex(Document keys, List<String> present, boolean unique) {

  /** The index that every collection has. */
  public static final MongoIndex ID = ascending("_id");

  public static MongoIndex ascending(String... fields) {
    return new MongoIndex(directed(fields), List.of(), false);
  }

  public static MongoIndex uniqueOn(String... fields) {
    return new MongoIndex(directed(fields), List.of(), true);
  }

  /** The same, with a last field that sorts the highest first. */
  public MongoIndex newestFirst(String field) {
    Document sorted = new Document(keys).append(field, -1);
    return new MongoIndex(sorted, present, unique);
  }

  /** The same, small: only of documents that have the field. */
  public MongoIndex where(String field) {
    return new MongoIndex(keys, List.of(field), unique);
  }

  private static Document directed(String... fields) {
    Document keys = new Document();
    for (String field : fields) {
      keys.append(field, 1);
    }
    return keys;
  }

  IndexModel model() {
    IndexOptions options = new IndexOptions().unique(unique);
    if (!present.isEmpty()) {
      Document exist = new Document();
      present.forEach(field -> exist.append(field, new Document("$exists", true)));
      options.partialFilterExpression(exist);
    }
    return new IndexModel(keys, options);
  }
}
