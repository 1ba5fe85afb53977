package factory.integration.adapter.sqlite.work;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.saga.delivery.DueWork;
import factory.integration.storage.contract.DueWorkContract;
import java.nio.file.Path;
import org.axonframework.common.transaction.TransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteDueWorkTests extends DueWorkContract {

  @TempDir Path directory;
  private SqliteDatabase database;
  private DueWork store;

  @BeforeEach
  void open() {
    database = SqliteDatabase.openDerivable(directory.resolve("state.db"), WorkSchema.SCHEMA);
    store = new SqliteDueWork(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected DueWork dueWork() {
    return store;
  }

  @Override
  protected TransactionManager transactions() {
    return database.transactions();
  }
}
