package factory.integration.adapter.mongo.work;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import factory.integration.adapter.mongo.BulkWrites;
import factory.integration.adapter.mongo.DocumentWrite;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.adapter.mongo.Query;
import java.util.List;
import org.bson.Document;

/** Documents that each node keeps in memory, with a number that tells when any of them changed. */
final class VersionedTable {

  private static final String VERSION = "version";

  private final String name;
  private final Documents documents;
  private final MongoWrites writes;
  private final BulkWrites target;
  private final Documents versions;
  private final MongoWrites.Target<WriteModel<Document>> changes;

  /** The collection of that name, and beside it {@code <name>_version}. */
  VersionedTable(MongoDatabase database, String name, MongoWrites writes) {
    this.name = name;
    this.documents = new Documents(database, name, List.of());
    this.writes = writes;
    this.target = new BulkWrites(documents);
    this.versions = new Documents(database, name + "_version", List.of());
    this.changes = models -> versions.write(models);
  }

  /** The version follows the change, so that whoever sees the one finds the other. */
  void write(DocumentWrite write) {
    writes.write(target, write);
    Document increment = new Document("$inc", new Document(VERSION, 1L));
    writes.write(
        changes,
        new UpdateOneModel<>(
            new Document("_id", name), increment, new UpdateOptions().upsert(true)));
  }

  /** The whole table is asked for, so this is the one query that reads a whole collection. */
  List<Document> all() {
    return documents.list(new Query(new Document(), MongoIndex.ID).oldestFirst("_id"));
  }

  long version() {
    return versions.find(name).map(table -> table.getLong(VERSION)).orElse(0L);
  }
}
