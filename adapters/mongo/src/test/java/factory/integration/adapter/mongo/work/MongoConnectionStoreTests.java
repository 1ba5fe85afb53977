package factory.integration.adapter.mongo.work;

import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.saga.connection.ConnectionStore;
import factory.integration.storage.contract.ConnectionStoreContract;
import org.axonframework.common.transaction.TransactionManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoConnectionStoreTests extends ConnectionStoreContract {

  @RegisterExtension private final MongoFixture mongo = new MongoFixture();
  private final MongoWrites writes = new MongoWrites();
  private ConnectionStore store;

  @BeforeEach
  void open() {
    store = new MongoConnectionStore(mongo.database(), writes);
  }

  @Override
  protected ConnectionStore connections() {
    return store;
  }

  @Override
  protected TransactionManager transactions() {
    return writes.transactions();
  }
}
