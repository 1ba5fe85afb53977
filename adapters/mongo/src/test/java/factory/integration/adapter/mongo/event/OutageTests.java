package factory.integration.adapter.mongo.event;

import static factory.integration.storage.contract.Happened.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import factory.integration.adapter.mongo.Relay;
import factory.integration.adapter.mongo.storage.MongoConnection;
import factory.integration.api.messaging.StoreUnavailable;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that is away says so to callers and goes on by itself when it is back. */
final class OutageTests {

  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final EventStores nodes = new EventStores();
  private Relay relay;
  private MongoClient client;
  private MongoEventStorageEngine engine;

  @BeforeEach
  void open() {
    relay = new Relay(server.bind().getPort());
    client =
        MongoConnection.open(
            new ConnectionString(
                "mongodb://127.0.0.1:" + relay.port() + "/?serverSelectionTimeoutMS=500"));
    engine = nodes.engine(client.getDatabase("test"), NoOpEventUpcaster.INSTANCE);
  }

  @AfterEach
  void close() {
    nodes.close();
    client.close();
    relay.stop();
    server.shutdownNow();
  }

  @Test
  void tellsCallersThatTheStoreIsAway() {
    relay.stop();

    assertThatThrownBy(() -> engine.appendEvents(event("a", 0)))
        .isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> engine.readEvents("a").hasNext()).isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> engine.readEvents(null, false).toList())
        .isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(engine::createHeadToken).isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void appendsAndStreamsAgainOnceTheStoreIsBack() throws InterruptedException {
    MongoEventStore store = nodes.store(engine);
    try (var stream = store.openStream(null)) {
      store.publish(event("a", 0));
      assertThat(stream.nextAvailable().getPayload()).isEqualTo(event("a", 0).getPayload());
      relay.stop();
      assertThatThrownBy(() -> engine.appendEvents(event("a", 1)))
          .isInstanceOf(StoreUnavailable.class);

      // A connection that is being closed, or anybody else's, may hold the port for a moment.
      await().ignoreException(UncheckedIOException.class).until(this::isBack);
      await()
          .ignoreException(StoreUnavailable.class)
          .untilAsserted(() -> store.publish(event("a", 1)));

      assertThat(stream.nextAvailable().getPayload()).isEqualTo(event("a", 1).getPayload());
    }
    assertThat(engine.lastSequenceNumberFor("a")).contains(1L);
  }

  private boolean isBack() {
    relay.restart();
    return true;
  }

  @Test
  void noticesEventsAtOnceThoughNobodyHasReadForAWhile() throws InterruptedException {
    MongoEventStore store = nodes.store(engine);
    TrackingToken seen;
    try (var stream = store.openStream(null)) {
      store.publish(event("a", 0));
      seen = stream.nextAvailable().trackingToken();
      assertThat(stream.hasNextAvailable()).isFalse();
    }
    store.publish(event("a", 1));
    await().during(Duration.ofMillis(200)).until(() -> true);
    try (var stream = store.openStream(seen)) {
      stream.nextAvailable();
      await()
          .atMost(Duration.ofSeconds(6))
          .until(
              () -> {
                for (int number = 2; number < 22; number++) {
                  store.publish(event("a", number));
                  while (!stream.hasNextAvailable(1, TimeUnit.SECONDS)) {}
                  stream.nextAvailable();
                }
                return true;
              });
    }
  }

  @Test
  void refusesAppendsWhenItIsClosed() {
    nodes.close();

    assertThatThrownBy(() -> engine.appendEvents(event("a", 0)))
        .isInstanceOf(StoreUnavailable.class);
  }
}
