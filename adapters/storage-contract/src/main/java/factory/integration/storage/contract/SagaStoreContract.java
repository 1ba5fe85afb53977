package factory.integration.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.AssociationValuesImpl;
import org.axonframework.modelling.saga.Saga;
import org.axonframework.modelling.saga.SagaRepository;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.junit.jupiter.api.Test;

/** A saga store. */
public abstract class SagaStoreContract {

  private static final AssociationValue ORDER = new AssociationValue("orderId", "o-1");
  private static final AssociationValue PARCEL = new AssociationValue("parcelId", "p-1");

  /** A saga for tests. */
  public static class Counting {

    public int count;

    Counting counted(int to) {
      count = to;
      return this;
    }
  }

  /** Another type of saga. */
  public static class Watching {}

  protected abstract SagaStore<Object> sagaStore();

  protected abstract TransactionManager transactions();

  @Test
  void findsAndLoadsASaga() {
    sagaStore().insertSaga(Counting.class, "s", new Counting().counted(3), Set.of(ORDER, PARCEL));

    assertThat(sagaStore().findSagas(Counting.class, ORDER)).containsExactly("s");
    SagaStore.Entry<Counting> loaded = sagaStore().loadSaga(Counting.class, "s");
    assertThat(loaded.saga().count).isEqualTo(3);
    assertThat(loaded.associationValues()).containsExactlyInAnyOrder(ORDER, PARCEL);
  }

  @Test
  void findsSagasByTypeKeyAndValueAlone() {
    SagaStore<Object> store = sagaStore();
    store.insertSaga(Counting.class, "s", new Counting(), Set.of(ORDER));
    store.insertSaga(Counting.class, "t", new Counting(), Set.of(ORDER));

    assertThat(store.findSagas(Counting.class, ORDER)).containsExactly("s", "t");
    assertThat(store.findSagas(Watching.class, ORDER)).isEmpty();
    assertThat(store.findSagas(Counting.class, new AssociationValue("orderId", "o-2"))).isEmpty();
    assertThat(store.findSagas(Counting.class, new AssociationValue("other", "o-1"))).isEmpty();
    assertThat(store.loadSaga(Counting.class, "missing")).isNull();
  }

  @Test
  void changesASagaAndItsAssociations() {
    SagaStore<Object> store = sagaStore();
    store.insertSaga(Counting.class, "s", new Counting(), Set.of(ORDER));
    AssociationValues associations = new AssociationValuesImpl(Set.of(ORDER));
    associations.remove(ORDER);
    associations.add(PARCEL);

    store.updateSaga(Counting.class, "s", new Counting().counted(9), associations);

    assertThat(store.findSagas(Counting.class, ORDER)).isEmpty();
    assertThat(store.findSagas(Counting.class, PARCEL)).containsExactly("s");
    SagaStore.Entry<Counting> loaded = store.loadSaga(Counting.class, "s");
    assertThat(loaded.saga().count).isEqualTo(9);
    assertThat(loaded.associationValues()).containsExactly(PARCEL);
  }

  @Test
  void forgetsADeletedSaga() {
    SagaStore<Object> store = sagaStore();
    store.insertSaga(Counting.class, "s", new Counting(), Set.of(ORDER, PARCEL));

    store.deleteSaga(Counting.class, "s", Set.of(ORDER, PARCEL));

    assertThat(store.findSagas(Counting.class, ORDER)).isEmpty();
    assertThat(store.findSagas(Counting.class, PARCEL)).isEmpty();
    assertThat(store.loadSaga(Counting.class, "s")).isNull();
  }

  @Test
  void keepsNothingOfATransactionThatRollsBack() {
    Transaction transaction = transactions().startTransaction();
    sagaStore().insertSaga(Counting.class, "s", new Counting(), Set.of(ORDER));
    transaction.rollback();

    assertThat(sagaStore().findSagas(Counting.class, ORDER)).isEmpty();
  }

  @Test
  void letsARepositoryFindASagaWithinTheBatchThatStartedIt() {
    SagaRepository<Counting> repository =
        AnnotatedSagaRepository.<Counting>builder()
            .sagaType(Counting.class)
            .sagaStore(sagaStore())
            .build();
    UnitOfWork<EventMessage<?>> batch = startUnitOfWork();
    Saga<Counting> started = repository.createInstance("s", Counting::new);
    started.getAssociationValues().add(ORDER);

    assertThat(repository.find(ORDER)).containsExactly("s");
    repository.load("s").execute(saga -> saga.counted(5));
    batch.commit();

    assertThat(sagaStore().findSagas(Counting.class, ORDER)).containsExactly("s");
    assertThat(sagaStore().loadSaga(Counting.class, "s").saga().count).isEqualTo(5);
  }

  private UnitOfWork<EventMessage<?>> startUnitOfWork() {
    UnitOfWork<EventMessage<?>> unitOfWork =
        DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("started"));
    unitOfWork.attachTransaction(transactions());
    return unitOfWork;
  }
}
