package factory.integration.adapter.mongo.event;

import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.storage.contract.EventStorageContract;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoEventStorageEngineTests extends EventStorageContract {

  @RegisterExtension final MongoFixture mongo = new MongoFixture();
  private final EventStores nodes = new EventStores();

  @Override
  protected EventStorageEngine open(EventUpcaster upcasters) {
    return nodes.engine(mongo.database(), upcasters);
  }

  @AfterEach
  void close() {
    nodes.close();
  }
}
