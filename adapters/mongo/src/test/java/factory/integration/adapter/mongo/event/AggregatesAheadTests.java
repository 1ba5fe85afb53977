package factory.integration.adapter.mongo.event;

import static factory.integration.storage.contract.Happened.event;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.adapter.mongo.CountedDatabase;
import factory.integration.storage.contract.Happened;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class AggregatesAheadTests {

  private static final Set<String> NAMES = Set.of("a", "b", "missing");

  @RegisterExtension private final CountedDatabase mongo = new CountedDatabase();
  private final EventStores nodes = new EventStores();
  private MongoEventStore store;

  @BeforeEach
  void open() {
    store = nodes.store(nodes.engine(mongo.database(), NoOpEventUpcaster.INSTANCE));
    store.publish(Happened.events("a", 3));
    store.publish(Happened.events("b", 2));
    assertThat(read(store, "a")).hasSize(3);
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void readsAllInOneRoundTrip() {
    inBatch(
        () -> {
          mongo.forget();
          store.of(() -> NAMES);
          assertThat(read(store, "a")).containsExactly("a#0", "a#1", "a#2");
          assertThat(read(store, "b")).containsExactly("b#0", "b#1");
          assertThat(read(store, "missing")).isEmpty();
          assertThat(mongo.commands()).isEqualTo(1);
        });
  }

  @Test
  void addsWhatTheBatchItselfIsGoingToAppend() {
    inBatch(
        () -> {
          store.of(() -> NAMES);
          store.publish(event("a", 3));
          assertThat(read(store, "a")).hasSize(4);
        });
    assertThat(read(store, "a")).hasSize(4);
  }

  @Test
  void looksForNoAggregateWhoseIdentifierWasJustMadeUp() {
    inBatch(
        () -> {
          mongo.forget();
          store.none("new");
          assertThat(read(store, "new")).isEmpty();
          assertThat(mongo.commands()).isZero();
          store.publish(event("new", 0));
          assertThat(read(store, "new")).containsExactly("new#0");
        });
  }

  @Test
  void readsAgainWhatThisNodeAppendsMeanwhile() {
    inBatch(
        () -> {
          store.of(() -> NAMES);
          CompletableFuture.runAsync(() -> store.publish(event("a", 3))).join();
          assertThat(read(store, "a")).hasSize(4);
        });
  }

  @Test
  void forgetsEverythingWithTheBatch() {
    inBatch(() -> store.of(() -> NAMES));
    nodes.store(nodes.engine(mongo.database(), NoOpEventUpcaster.INSTANCE)).publish(event("a", 3));
    inBatch(() -> assertThat(read(store, "a")).hasSize(4));
    store.of(() -> NAMES);
    assertThat(read(store, "a")).as("outside of any batch").hasSize(4);
  }

  private static void inBatch(Runnable commands) {
    DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("batch")).execute(commands);
  }

  private static List<String> read(EventStore store, String aggregate) {
    return store
        .readEvents(aggregate)
        .asStream()
        .map(it -> ((Happened) it.getPayload()).what())
        .toList();
  }
}
