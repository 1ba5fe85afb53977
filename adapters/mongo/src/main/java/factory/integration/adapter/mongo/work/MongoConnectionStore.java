package factory.integration.adapter.mongo.work;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import factory.integration.adapter.mongo.BulkWrites;
import factory.integration.adapter.mongo.DocumentWrite;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.Json;
import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.adapter.mongo.Query;
import factory.integration.api.connection.ConnectionId;
import factory.integration.saga.connection.ConnectionStore;
import factory.integration.saga.connection.EstablishedConnection;
import java.util.List;
import org.bson.Document;
import tools.jackson.core.type.TypeReference;

/** Established connections, one document each. */
final class MongoConnectionStore implements ConnectionStore {

  private static final String TABLE = "connection";
  private static final String VERSION = "version";
  private static final String FIELD = "connection";
  private static final Json<EstablishedConnection> CONNECTION =
      new Json<>(new TypeReference<>() {});

  private final Documents connections;
  private final MongoWrites writes;
  private final BulkWrites target;
  private final Documents versions;
  private final MongoWrites.Target<WriteModel<Document>> changes;

  MongoConnectionStore(MongoDatabase database, MongoWrites writes) {
    this.connections = new Documents(database, "connection", List.of());
    this.writes = writes;
    this.target = new BulkWrites(connections);
    this.versions = new Documents(database, "connection_version", List.of());
    this.changes = models -> versions.write(models);
  }

  @Override
  public void save(EstablishedConnection connection) {
    Document document = new Document(FIELD, CONNECTION.write(connection));
    write(DocumentWrite.replace(connection.connectionId().value(), document));
  }

  @Override
  public void remove(ConnectionId connectionId) {
    write(DocumentWrite.remove(connectionId.value()));
  }

  /** The version follows the change, so that whoever sees the one finds the other. */
  private void write(DocumentWrite write) {
    writes.write(target, write);
    Document increment = new Document("$inc", new Document(VERSION, 1L));
    writes.write(
        changes,
        new UpdateOneModel<>(
            new Document("_id", TABLE), increment, new UpdateOptions().upsert(true)));
  }

  /** All of them are asked for, so this is the one query that reads a whole collection. */
  @Override
  public List<EstablishedConnection> findAll() {
    Query all = new Query(new Document(), MongoIndex.ID).oldestFirst("_id");
    return connections.list(all).stream().map(MongoConnectionStore::read).toList();
  }

  @Override
  public long version() {
    return versions.find(TABLE).map(table -> table.getLong(VERSION)).orElse(0L);
  }

  private static EstablishedConnection read(Document document) {
    return CONNECTION.read(document.getString(FIELD));
  }
}
