package factory.integration.adapter.sqlite.work;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.api.connection.ConnectionId;
import factory.integration.saga.connection.ConnectionStore;
import factory.integration.saga.connection.EstablishedConnection;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Established connections, one row each. */
final class SqliteConnectionStore implements ConnectionStore {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SAVE =
      "INSERT OR REPLACE INTO connection (id, connection) VALUES (?, ?)";
  private static final String REMOVE = "DELETE FROM connection WHERE id = ?";
  private static final String CHANGED = "UPDATE connection_version SET version = version + 1";
  private static final String VERSION = "SELECT version FROM connection_version";
  private static final String ALL = "SELECT connection FROM connection ORDER BY id";

  private final SqliteDatabase database;

  SqliteConnectionStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void save(EstablishedConnection connection) {
    String id = connection.connectionId().value();
    String json = JSON.writeValueAsString(connection);
    change(session -> session.update(SAVE, id, json));
  }

  @Override
  public void remove(ConnectionId connectionId) {
    change(session -> session.update(REMOVE, connectionId.value()));
  }

  private void change(SqliteDatabase.Write write) {
    database.write(
        session -> {
          write.apply(session);
          session.update(CHANGED);
        });
  }

  @Override
  public List<EstablishedConnection> findAll() {
    return database.list(ALL, row -> JSON.readValue(row.getString(1), EstablishedConnection.class));
  }

  @Override
  public long version() {
    return database.first(VERSION, row -> row.getLong(1)).orElse(0L);
  }
}
