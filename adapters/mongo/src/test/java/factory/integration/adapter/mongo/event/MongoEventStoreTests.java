package factory.integration.adapter.mongo.event;

import static factory.integration.storage.contract.Happened.event;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.storage.contract.EventStreamContract;
import java.nio.charset.StandardCharsets;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoEventStoreTests extends EventStreamContract {

  @RegisterExtension final MongoFixture mongo = new MongoFixture();
  private final EventStores nodes = new EventStores();

  @Override
  protected EventStore open() {
    return nodes.store(nodes.engine(mongo.database(), NoOpEventUpcaster.INSTANCE));
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @Override
  protected void breakSnapshot(EventStore store, String aggregate) {
    store.storeSnapshot(event(aggregate, 1));
    mongo
        .database()
        .getCollection("snapshots")
        .updateOne(
            Filters.eq(aggregate),
            Updates.set(
                EventFields.EVENTS + "." + EventFields.PAYLOAD,
                new Binary("{\"".getBytes(StandardCharsets.UTF_8))));
  }
}
