package factory.integration.adapter.mongo.work;

import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.saga.delivery.DueWork;
import factory.integration.storage.contract.DueWorkContract;
import org.axonframework.common.transaction.TransactionManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoDueWorkTests extends DueWorkContract {

  @RegisterExtension private final MongoFixture mongo = new MongoFixture();
  private final MongoWrites writes = new MongoWrites();
  private DueWork store;

  @BeforeEach
  void open() {
    store = new MongoDueWork(mongo.database(), writes);
  }

  @Override
  protected DueWork dueWork() {
    return store;
  }

  @Override
  protected TransactionManager transactions() {
    return writes.transactions();
  }
}
