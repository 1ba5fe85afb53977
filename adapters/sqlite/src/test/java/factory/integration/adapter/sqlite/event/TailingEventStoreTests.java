package factory.integration.adapter.sqlite.event;

import static factory.integration.storage.contract.Happened.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.storage.contract.EventStreamContract;
import factory.integration.storage.contract.Happened;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TailingEventStoreTests extends EventStreamContract {

  @TempDir Path directory;
  private SqliteDatabase database;

  @Override
  protected EventStore open() {
    return open(16_384, 1 << 20);
  }

  private EventStore open(int tailEvents, long tailBytes) {
    close();
    database = EventStores.open(directory);
    return EventStores.store(database, tailEvents, tailBytes);
  }

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }

  @Override
  protected void breakSnapshot(EventStore store, String aggregate) {
    store.storeSnapshot(event(aggregate, 1));
    database.change(session -> session.update("UPDATE snapshot SET payload = x'7b22'"));
  }

  @Test
  void streamsTheVeryObjectsThatWereAppended() throws InterruptedException {
    EventStore store = open();
    DomainEventMessage<Happened> event = event("a", 0);
    store.publish(event);

    try (var stream = store.openStream(null)) {
      assertThat(take(stream, 1).getFirst().getPayload()).isSameAs(event.getPayload());
    }
  }

  @Test
  void readsFromTheFileWhatIsNotInMemory() throws InterruptedException {
    open().publish(Happened.events("a", 1_200));
    EventStore store = open();
    store.publish(event("b", 0));

    try (var stream = store.openStream(null)) {
      List<TrackedEventMessage<?>> all = take(stream, 1_201);
      assertThat(all.getFirst().getPayload()).isEqualTo(new Happened("a#0"));
      assertThat(all.get(1_199).getPayload()).isEqualTo(new Happened("a#1199"));
      assertThat(all.getLast().getPayload()).isEqualTo(new Happened("b#0"));
    }
  }

  @Test
  void callsBackWhenThereIsMore() {
    EventStore store = open();
    AtomicInteger calls = new AtomicInteger();

    try (var stream = store.openStream(null)) {
      assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
      assertThat(calls).hasValue(1);
      store.publish(event("a", 0));
      assertThat(calls).hasValue(2);
    }
    store.publish(event("a", 1));
    assertThat(calls).hasValue(2);
  }

  @Test
  void answersTheHeadWithoutWaitingForReaders() {
    EventStore store = open();
    store.publish(Happened.events("a", 3));

    await().until(() -> store.createHeadToken().position().orElseThrow() == 3);
  }

  /** Memory for so few events that every reader falls behind all the time. */
  @Nested
  class WithHardlyAnyMemory extends EventStreamContract {

    @Override
    protected EventStore open() {
      return TailingEventStoreTests.this.open(16, 1 << 20);
    }

    @Override
    protected void breakSnapshot(EventStore store, String aggregate) {
      TailingEventStoreTests.this.breakSnapshot(store, aggregate);
    }
  }

  /** Memory that is bounded by bytes before it is by events. */
  @Nested
  class WithFewBytes extends EventStreamContract {

    @Override
    protected EventStore open() {
      return TailingEventStoreTests.this.open(1_024, 700);
    }

    @Override
    protected void breakSnapshot(EventStore store, String aggregate) {
      TailingEventStoreTests.this.breakSnapshot(store, aggregate);
    }
  }

  @Test
  void showsAnAggregateItsEventsBeforeTheyAreAppended() {
    EventStore store = open();
    store.publish(event("a", 0));
    DefaultUnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(null);
    DefaultUnitOfWork.startAndGet(null).execute(() -> store.publish(event("a", 1), event("b", 0)));

    assertThat(sequences(store, "a")).containsExactly(0L, 1L);
    assertThat(sequences(store, "b")).containsExactly(0L);
    batch.commit();
    assertThat(sequences(store, "a")).containsExactly(0L, 1L);
  }

  @Test
  void forgetsWhatANestedUnitOfWorkRolledBack() {
    EventStore store = open();
    DefaultUnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(null);
    DefaultUnitOfWork<?> nested = DefaultUnitOfWork.startAndGet(null);
    store.publish(event("a", 0));
    nested.rollback();
    store.publish(event("b", 0));

    assertThat(sequences(store, "a")).isEmpty();
    batch.commit();
    assertThat(sequences(store, "a")).isEmpty();
    assertThat(sequences(store, "b")).containsExactly(0L);
  }

  private static List<Long> sequences(EventStore store, String aggregate) {
    return store
        .readEvents(aggregate)
        .asStream()
        .map(DomainEventMessage::getSequenceNumber)
        .toList();
  }
}
