package factory.integration.adapter.mongo.work;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.DocumentWrite;
import factory.integration.adapter.mongo.Json;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.api.connection.ConnectionId;
import factory.integration.saga.connection.ConnectionStore;
import factory.integration.saga.connection.EstablishedConnection;
import java.util.List;
import org.bson.Document;
import tools.jackson.core.type.TypeReference;

/** Established connections, one document each. */
final class MongoConnectionStore implements ConnectionStore {

  private static final String FIELD = "connection";
  private static final Json<EstablishedConnection> CONNECTION =
      new Json<>(new TypeReference<>() {});

  private final VersionedTable table;

  MongoConnectionStore(MongoDatabase database, MongoWrites writes) {
    this.table = new VersionedTable(database, "connection", writes);
  }

  @Override
  public void save(EstablishedConnection connection) {
    Document document = new Document(FIELD, CONNECTION.write(connection));
    table.write(DocumentWrite.replace(connection.connectionId().value(), document));
  }

  @Override
  public void remove(ConnectionId connectionId) {
    table.write(DocumentWrite.remove(connectionId.value()));
  }

  @Override
  public List<EstablishedConnection> findAll() {
    return table.all().stream().map(it -> CONNECTION.read(it.getString(FIELD))).toList();
  }

  @Override
  public long version() {
    return table.version();
  }
}
