package factory.integration.adapter.sqlite.work;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.saga.connection.ConnectionStore;
import factory.integration.storage.contract.ConnectionStoreContract;
import java.nio.file.Path;
import org.axonframework.common.transaction.TransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteConnectionStoreTests extends ConnectionStoreContract {

  @TempDir Path directory;
  private SqliteDatabase database;
  private ConnectionStore store;

  @BeforeEach
  void open() {
    database = SqliteDatabase.openDerivable(directory.resolve("state.db"), WorkSchema.SCHEMA);
    store = new SqliteConnectionStore(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected ConnectionStore connections() {
    return store;
  }

  @Override
  protected TransactionManager transactions() {
    return database.transactions();
  }
}
