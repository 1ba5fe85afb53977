package factory.integration.adapter.mongo.work;

import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.saga.deadline.DeadlineStore;
import factory.integration.storage.contract.DeadlineStoreContract;
import org.axonframework.common.transaction.TransactionManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoDeadlineStoreTests extends DeadlineStoreContract {

  @RegisterExtension private final MongoFixture mongo = new MongoFixture();
  private final MongoWrites writes = new MongoWrites();
  private DeadlineStore store;

  @BeforeEach
  void open() {
    store = new MongoDeadlineStore(mongo.database(), writes);
  }

  @Override
  protected DeadlineStore deadlines() {
    return store;
  }

  @Override
  protected TransactionManager transactions() {
    return writes.transactions();
  }
}
