package factory.integration.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import org.bson.Document;

/** Writes to one collection, one after the other. */
record OrderedWrites(MongoCollection<Document> collection)
    implements MongoWrites.Target<WriteModel<Document>> {

  @Override
  public void write(List<WriteModel<Document>> writes) {
    MongoErrors.call(() -> collection.bulkWrite(writes));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OrderedWrites writes
        && writes.collection.getNamespace().equals(collection.getNamespace());
  }

  @Override
  public int hashCode() {
    return collection.getNamespace().hashCode();
  }
}
