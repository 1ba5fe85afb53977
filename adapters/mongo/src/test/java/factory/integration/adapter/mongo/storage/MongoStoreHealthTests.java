package factory.integration.adapter.mongo.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import factory.integration.adapter.mongo.MongoFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoStoreHealthTests {

  @RegisterExtension final MongoFixture mongo = new MongoFixture();

  @Test
  void reachesADatabaseThatWorks() {
    MongoStoreHealth health = new MongoStoreHealth(mongo.database());

    assertThat(health.isReachable()).isTrue();
    assertThat(health.isReachable()).isTrue();
  }

  @Test
  void missesAServerThatStopped() {
    MongoServer server = new MongoServer(new MemoryBackend());
    ConnectionString uri = new ConnectionString(server.bindAndGetConnectionString());
    try (MongoClient client = MongoConnection.open(uri)) {
      MongoStoreHealth health = new MongoStoreHealth(client.getDatabase("test"));
      assertThat(health.isReachable()).isTrue();
      server.shutdownNow();

      assertThat(health.isReachable()).isFalse();
    }
  }
}
