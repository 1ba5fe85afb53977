package factory.integration.adapter.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * One collection. An unreachable or failing server shows as {@link
 * factory.integration.api.messaging.StoreUnavailable}.
 */
public final class Documents {

  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final MongoCollection<Document> collection;
  private final List<MongoIndex> indexes;

  /** The collection of that name, with its indexes. */
  public Documents(MongoDatabase database, String name, List<MongoIndex> indexes) {
    this.collection = database.getCollection(name);
    this.indexes = List.copyOf(indexes);
    createIndexes();
  }

  private void createIndexes() {
    if (!indexes.isEmpty()) {
      MongoErrors.call(
          () -> collection.createIndexes(indexes.stream().map(MongoIndex::model).toList()));
    }
  }

  /** All documents that the query finds, in its order. */
  public List<Document> list(Query query) {
    return MongoErrors.call(() -> query.on(collection).into(new ArrayList<>()));
  }

  /** The document of that id, if there is one. */
  public Optional<Document> find(String id) {
    return list(Query.byId(id)).stream().findFirst();
  }

  /** Whether there is any document at all. */
  public boolean isEmpty() {
    return MongoErrors.call(() -> collection.find().limit(1).first() == null);
  }

  /** How many documents there are, as the server's statistics have it. */
  public long count() {
    return MongoErrors.call(collection::estimatedDocumentCount);
  }

  /** Every value of an indexed field. */
  public List<String> distinct(String field) {
    return MongoErrors.call(() -> collection.distinct(field, String.class).into(new ArrayList<>()));
  }

  /**
   * Writes all in one bulk, in any order. Of two who add the same document at the same time one is
   * told of a duplicate; its write then finds the document and is made once more.
   */
  public void write(List<WriteModel<Document>> models) {
    try {
      collection.bulkWrite(models, UNORDERED);
    } catch (MongoBulkWriteException e) {
      List<WriteModel<Document>> again = duplicates(e, models);
      MongoErrors.call(() -> collection.bulkWrite(again, UNORDERED));
    } catch (RuntimeException e) {
      throw MongoErrors.translate(e);
    }
  }

  private static List<WriteModel<Document>> duplicates(
      MongoBulkWriteException failure, List<WriteModel<Document>> models) {
    List<BulkWriteError> errors = failure.getWriteErrors();
    if (failure.getWriteConcernError() != null
        || !errors.stream().allMatch(MongoErrors::isDuplicateKey)) {
      throw MongoErrors.translate(failure);
    }
    return errors.stream().map(error -> models.get(error.getIndex())).toList();
  }

  /** Adds a document; answers false when another one has its id or a unique value of its. */
  public boolean add(Document document) {
    try {
      collection.insertOne(document);
      return true;
    } catch (RuntimeException e) {
      if (MongoErrors.isDuplicateKey(e)) {
        return false;
      }
      throw MongoErrors.translate(e);
    }
  }

  /** Changes every document that matches, each atomically; answers how many did. */
  public long update(Document filter, Document update) {
    return MongoErrors.call(() -> collection.updateMany(filter, update).getMatchedCount());
  }

  /** Removes every document that matches; answers how many there were. */
  public long remove(Document filter) {
    return MongoErrors.call(() -> collection.deleteMany(filter).getDeletedCount());
  }

  /** Removes everything, however much it is, at once. */
  public void clear() {
    if (isEmpty()) {
      return;
    }
    MongoErrors.call(
        () -> {
          collection.drop();
          return true;
        });
    createIndexes();
  }
}
