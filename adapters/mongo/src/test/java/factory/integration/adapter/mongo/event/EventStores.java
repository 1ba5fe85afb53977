package factory.integration.adapter.mongo.event;

import com.mongodb.client.MongoDatabase;
import factory.integration.storage.contract.Happened;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** Nodes on one database, all closed together. */
final class EventStores {

  private final List<Runnable> closers = new ArrayList<>();

  private static BatchingEventStorageEngine.Builder builder(EventUpcaster upcasters) {
    return new MongoEventStorageEngine.Builder()
        .eventSerializer(Happened.serializer())
        .snapshotSerializer(Happened.serializer())
        .upcasterChain(upcasters);
  }

  MongoEventStorageEngine engine(MongoDatabase database, EventUpcaster upcasters) {
    MongoEventStorageEngine engine =
        new MongoEventStorageEngine(database, InstantSource.system(), builder(upcasters));
    closers.add(engine::close);
    return engine;
  }

  MongoEventStorageEngine engine(
      MongoDatabase database, InstantSource clock, UnaryOperator<Positions> positions) {
    MongoEventStorageEngine engine =
        new MongoEventStorageEngine(
            database, clock, builder(NoOpEventUpcaster.INSTANCE), positions);
    closers.add(engine::close);
    return engine;
  }

  MongoEventStore store(MongoEventStorageEngine engine) {
    MongoEventStore store = new MongoEventStore(engine, EmbeddedEventStore.builder());
    closers.add(store::close);
    return store;
  }

  void close() {
    closers.reversed().forEach(Runnable::run);
  }
}
