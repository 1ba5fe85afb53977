package factory.integration.adapter.sqlite.work;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.saga.deadline.DeadlineStore;
import factory.integration.storage.contract.DeadlineStoreContract;
import java.nio.file.Path;
import org.axonframework.common.transaction.TransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteDeadlineStoreTests extends DeadlineStoreContract {

  @TempDir Path directory;
  private SqliteDatabase database;
  private DeadlineStore store;

  @BeforeEach
  void open() {
    database = SqliteDatabase.openDerivable(directory.resolve("state.db"), WorkSchema.SCHEMA);
    store = new SqliteDeadlineStore(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected DeadlineStore deadlines() {
    return store;
  }

  @Override
  protected TransactionManager transactions() {
    return database.transactions();
  }
}
