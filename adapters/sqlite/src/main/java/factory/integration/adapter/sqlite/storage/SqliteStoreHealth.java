package factory.integration.adapter.sqlite.storage;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.SqliteFailure;
import factory.integration.adapter.sqlite.SqliteMigration;
import factory.integration.adapter.sqlite.SqliteSchema;
import factory.integration.api.messaging.StoreHealth;
import factory.integration.api.messaging.StoreUnavailable;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a row of its own to each file and reads it back. */
final class SqliteStoreHealth implements StoreHealth {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteStoreHealth.class);

  private static final SqliteSchema SCHEMA =
      new SqliteSchema(
          "probe",
          List.of(
              new SqliteMigration(
                  1,
                  "a row that tells whether the file can be written",
                  List.of(
                      "CREATE TABLE probe (writes INTEGER NOT NULL)",
                      "INSERT INTO probe VALUES (0)"))));

  private final List<SqliteDatabase> databases;

  SqliteStoreHealth(SqliteDatabase... databases) {
    this.databases = List.of(databases);
    this.databases.forEach(database -> database.add(SCHEMA));
  }

  @Override
  public boolean isReachable() {
    try {
      databases.forEach(SqliteStoreHealth::probe);
      return true;
    } catch (StoreUnavailable | SqliteFailure e) {
      LOG.warn("the store is out of reach: {}", e.getMessage());
      return false;
    }
  }

  private static void probe(SqliteDatabase database) {
    database.change(session -> session.update("UPDATE probe SET writes = writes + 1"));
    database.first("SELECT writes FROM probe", row -> row.getLong(1));
  }
}
