package factory.integration.adapter.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import factory.integration.adapter.mongo.storage.MongoConnection;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database of its own for each test, dropped afterwards: on the server of {@code MONGODB_URI}
 * where that is set, else on one in this JVM. Register it as an extension.
 */
public final class MongoFixture implements BeforeEachCallback, AfterEachCallback {

  private static final String URI = uri();
  private static final MongoClient CLIENT = MongoConnection.open(new ConnectionString(URI));

  private MongoDatabase database;

  private static String uri() {
    String given = System.getenv("MONGODB_URI");
    return given != null && !given.isBlank()
        ? given
        : new MongoServer(new MemoryBackend()).bindAndGetConnectionString();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    database = CLIENT.getDatabase("test-" + UUID.randomUUID());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    database.drop();
  }

  /** Where the server listens. */
  public String connectionString() {
    return URI;
  }

  public MongoDatabase database() {
    return database;
  }
}
