package factory.integration.adapter.sqlite.event;

import static factory.integration.storage.contract.Happened.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.api.messaging.StoreUnavailable;
import factory.integration.storage.contract.EventStorageContract;
import factory.integration.storage.contract.Happened;
import factory.integration.storage.contract.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteEventStorageEngineTests extends EventStorageContract {

  @TempDir Path directory;
  private SqliteDatabase database;

  @Override
  protected EventStorageEngine open(EventUpcaster upcasters) {
    close();
    database = EventStores.open(directory);
    return EventStores.engine(database, upcasters);
  }

  private EventStorageEngine open() {
    return open(NoOpEventUpcaster.INSTANCE);
  }

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }

  @Test
  void numbersEventsInTheOrderOfTheirCommitsWithoutGaps() throws InterruptedException {
    EventStorageEngine engine = open();
    engine.appendEvents(event("taken", 0));

    Together.run(
        64,
        thread ->
            () -> {
              for (int i = 0; i < 20; i++) {
                engine.appendEvents(event("t" + thread, i));
                appendConflicting(engine);
              }
              return thread;
            });

    List<? extends TrackedEventMessage<?>> all = engine.readEvents(null, false).toList();
    assertThat(all.stream().map(each -> each.trackingToken().position().orElseThrow()))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 1 + 64 * 20).boxed().toList());
    for (int thread = 0; thread < 64; thread++) {
      String aggregate = "t" + thread;
      assertThat(
              all.stream()
                  .map(each -> (DomainEventMessage<?>) each)
                  .filter(each -> each.getAggregateIdentifier().equals(aggregate))
                  .map(DomainEventMessage::getSequenceNumber))
          .isSorted()
          .hasSize(20);
    }
  }

  private static void appendConflicting(EventStorageEngine engine) {
    assertThatThrownBy(() -> engine.appendEvents(event("new", 0), event("taken", 0)))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void keepsAllThatWasAcknowledgedWhenItIsKilled() throws IOException {
    EventStorageEngine engine = open();
    for (int i = 0; i < 100; i++) {
      engine.appendEvents(event("a", i));
    }
    Path survived = Files.createDirectory(directory.resolve("survived"));
    for (String file : List.of("events.db", "events.db-wal")) {
      Files.copy(directory.resolve(file), survived.resolve(file));
    }

    try (SqliteDatabase reopened = EventStores.open(survived)) {
      EventStorageEngine again = EventStores.engine(reopened, NoOpEventUpcaster.INSTANCE);
      assertThat(again.lastSequenceNumberFor("a")).contains(99L);
      again.appendEvents(event("a", 100));
      assertThat(again.createHeadToken().position()).hasValue(101);
    }
  }

  @Test
  void refusesAppendsWhileTheDiskIsFullAndContinuesWithoutGaps() {
    EventStorageEngine engine = open();
    engine.appendEvents(event("a", 0));
    limitPages(30);
    assertThatThrownBy(() -> engine.appendEvents(Happened.events("b", 5_000)))
        .isInstanceOf(StoreUnavailable.class);
    assertThat(engine.createHeadToken().position()).hasValue(1);

    limitPages(1_000_000);
    engine.appendEvents(event("a", 1));

    assertThat(engine.readEvents(null, false))
        .extracting(each -> each.trackingToken().position().orElseThrow())
        .containsExactly(1L, 2L);
  }

  @Test
  void ignoresASnapshotOfAnUnknownClass() {
    EventStorageEngine engine = open();
    engine.storeSnapshot(event("a", 1));
    database.change(
        session -> session.update("UPDATE event_kind SET payload_type = 'gone.Unknown'"));

    assertThat(open().readSnapshot("a")).isEmpty();
  }

  @Test
  void ignoresASnapshotThatTheFilterRefuses() {
    open().storeSnapshot(event("a", 1));
    var builder = EventStores.builder(NoOpEventUpcaster.INSTANCE).snapshotFilter(snapshot -> false);

    assertThat(new SqliteEventStorageEngine(database, builder).readSnapshot("a")).isEmpty();
  }

  @Test
  void refusesTokensOfAnotherStore() {
    EventStorageEngine engine = open();

    assertThatThrownBy(
            () ->
                engine.readEvents(GapAwareTrackingToken.newInstance(1, List.of()), false).toList())
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void limitPages(int pages) {
    database.change(
        session -> session.list("PRAGMA max_page_count = " + pages, row -> row.getLong(1)));
  }
}
