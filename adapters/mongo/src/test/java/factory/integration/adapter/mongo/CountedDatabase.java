package factory.integration.adapter.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.storage.CommandCosts;
import factory.integration.adapter.mongo.storage.MongoConnection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database of its own for each test that tells how often it was called and what was written. */
public final class CountedDatabase implements BeforeEachCallback, AfterEachCallback {

  private static final Set<String> WRITES = Set.of("insert", "update", "delete");

  private final MongoFixture mongo = new MongoFixture();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private MongoClient client;
  private MongoDatabase database;
  private int commandsBefore;
  private int writtenBefore;

  @Override
  public void beforeEach(ExtensionContext context) {
    mongo.beforeEach(context);
    client =
        MongoConnection.open(
            new ConnectionString(mongo.connectionString()), new CommandCosts(metrics));
    database = client.getDatabase(mongo.database().getName());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    client.close();
    mongo.afterEach(context);
  }

  public MongoDatabase database() {
    return database;
  }

  /** Starts to count again. */
  public void forget() {
    commandsBefore += commands();
    writtenBefore += writtenDocuments();
  }

  /** Round trips so far, of any kind. */
  public int commands() {
    return count(CommandCosts.ROUND_TRIPS, "command", _ -> true) - commandsBefore;
  }

  /** Round trips that wrote, since the test began. */
  public int writeCommands() {
    return count(CommandCosts.ROUND_TRIPS, "command", WRITES::contains);
  }

  /** Documents that were inserted or updated; removed ones do not count. */
  public int writtenDocuments() {
    return count(CommandCosts.DOCUMENTS, "kind", kind -> !kind.equals("deleted")) - writtenBefore;
  }

  private int count(String name, String tag, Predicate<String> wanted) {
    return (int)
        metrics.find(name).counters().stream()
            .filter(counter -> wanted.test(String.valueOf(counter.getId().getTag(tag))))
            .mapToDouble(Counter::count)
            .sum();
  }
}
