package factory.integration.adapter.sqlite.event;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.storage.contract.Happened;
import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** Event stores for tests. */
final class EventStores {

  private EventStores() {}

  static SqliteDatabase open(Path directory) {
    return SqliteDatabase.openDurable(directory.resolve("events.db"), EventSchema.SCHEMA);
  }

  static BatchingEventStorageEngine.Builder builder(EventUpcaster upcasters) {
    return new SqliteEventStorageEngine.Builder()
        .eventSerializer(Happened.serializer())
        .snapshotSerializer(Happened.serializer())
        .upcasterChain(upcasters);
  }

  static SqliteEventStorageEngine engine(SqliteDatabase database, EventUpcaster upcasters) {
    return new SqliteEventStorageEngine(database, builder(upcasters));
  }

  static TailingEventStore store(SqliteDatabase database, int tailEvents, long tailBytes) {
    SqliteEventStorageEngine engine =
        new SqliteEventStorageEngine(
            database, builder(NoOpEventUpcaster.INSTANCE), tailEvents, tailBytes);
    return new TailingEventStore(engine, new TailingEventStore.Builder());
  }
}
