package factory.integration.adapter.sqlite.processing;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.storage.contract.Happened;
import factory.integration.storage.contract.SagaStoreContract;
import java.nio.file.Path;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteSagaStoreTests extends SagaStoreContract {

  @TempDir Path directory;
  private SqliteDatabase database;

  @BeforeEach
  void open() {
    database = SqliteDatabase.openDerivable(directory.resolve("state.db"), ProcessingSchema.SCHEMA);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected SagaStore<Object> sagaStore() {
    return new SqliteSagaStore(database, Happened.serializer());
  }

  @Override
  protected TransactionManager transactions() {
    return database.transactions();
  }
}
