package factory.integration.adapter.mongo.processing;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.storage.contract.Happened;
import factory.integration.storage.contract.SagaStoreContract;
import java.util.Set;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoSagaStoreTests extends SagaStoreContract {

  @RegisterExtension final MongoFixture mongo = new MongoFixture();
  private final MongoWrites writes = new MongoWrites();

  @Override
  protected SagaStore<Object> sagaStore() {
    return new MongoSagaStore(mongo.database(), writes, Happened.serializer());
  }

  @Override
  protected TransactionManager transactions() {
    return writes.transactions();
  }

  @Test
  void startsASagaOnceHoweverOftenItsBatchIsHandled() {
    AssociationValue order = new AssociationValue("orderId", "o-1");
    sagaStore().insertSaga(Watching.class, "s", new Watching(), Set.of(order));
    sagaStore().insertSaga(Watching.class, "s", new Watching(), Set.of(order));

    assertThat(mongo.database().getCollection("sagas").countDocuments()).isEqualTo(1);
  }
}
