package factory.integration.adapter.mongo.event;

import static factory.integration.storage.contract.Happened.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import factory.integration.adapter.mongo.storage.MongoConnection;
import factory.integration.api.messaging.StoreUnavailable;
import java.net.InetSocketAddress;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that is away says so to callers and goes on by itself when it is back. */
final class OutageTests {

  private final MemoryBackend memory = new MemoryBackend();
  private final EventStores nodes = new EventStores();
  private MongoServer server;
  private MongoClient client;
  private EventStorageEngine engine;

  @BeforeEach
  void open() {
    server = new MongoServer(memory);
    String uri = server.bindAndGetConnectionString();
    client = MongoConnection.open(new ConnectionString(uri + "/?serverSelectionTimeoutMS=500"));
    engine = nodes.engine(client.getDatabase("test"), NoOpEventUpcaster.INSTANCE);
  }

  @AfterEach
  void close() {
    nodes.close();
    client.close();
    server.shutdownNow();
  }

  @Test
  void tellsCallersThatTheStoreIsAway() {
    server.shutdownNow();

    assertThatThrownBy(() -> engine.appendEvents(event("a", 0)))
        .isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> engine.readEvents("a").hasNext()).isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> engine.readEvents(null, false).toList())
        .isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(engine::createHeadToken).isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void appendsAgainOnceTheStoreIsBack() {
    engine.appendEvents(event("a", 0));
    InetSocketAddress address = server.getLocalAddress();
    server.shutdownNow();
    assertThatThrownBy(() -> engine.appendEvents(event("a", 1)))
        .isInstanceOf(StoreUnavailable.class);

    server = new MongoServer(memory);
    server.bind(address);
    await()
        .ignoreException(StoreUnavailable.class)
        .untilAsserted(() -> engine.appendEvents(event("a", 1)));

    assertThat(engine.lastSequenceNumberFor("a")).contains(1L);
  }

  @Test
  void refusesAppendsWhenItIsClosed() {
    nodes.close();

    assertThatThrownBy(() -> engine.appendEvents(event("a", 0)))
        .isInstanceOf(StoreUnavailable.class);
  }
}
