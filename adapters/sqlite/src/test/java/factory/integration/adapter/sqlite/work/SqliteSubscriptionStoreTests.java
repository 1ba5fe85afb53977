package factory.integration.adapter.sqlite.work;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.saga.routing.SubscriptionStore;
import factory.integration.storage.contract.SubscriptionStoreContract;
import java.nio.file.Path;
import org.axonframework.common.transaction.TransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteSubscriptionStoreTests extends SubscriptionStoreContract {

  @TempDir Path directory;
  private SqliteDatabase database;
  private SubscriptionStore store;

  @BeforeEach
  void open() {
    database = SqliteDatabase.openDerivable(directory.resolve("state.db"), WorkSchema.SCHEMA);
    store = new SqliteSubscriptionStore(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected SubscriptionStore subscriptions() {
    return store;
  }

  @Override
  protected TransactionManager transactions() {
    return database.transactions();
  }
}
