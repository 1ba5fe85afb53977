package factory.integration.adapter.mongo.work;

import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.saga.routing.SubscriptionStore;
import factory.integration.storage.contract.SubscriptionStoreContract;
import org.axonframework.common.transaction.TransactionManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoSubscriptionStoreTests extends SubscriptionStoreContract {

  @RegisterExtension private final MongoFixture mongo = new MongoFixture();
  private final MongoWrites writes = new MongoWrites();
  private SubscriptionStore store;

  @BeforeEach
  void open() {
    store = new MongoSubscriptionStore(mongo.database(), writes);
  }

  @Override
  protected SubscriptionStore subscriptions() {
    return store;
  }

  @Override
  protected TransactionManager transactions() {
    return writes.transactions();
  }
}
