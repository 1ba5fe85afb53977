package factory.integration.adapter.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.bson.BsonNumber;
import org.bson.BsonValue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database of its own for each test that tells how often it was called and what was written. */
public final class CountedDatabase implements BeforeEachCallback, AfterEachCallback {

  private static final Set<String> WRITES = Set.of("insert", "update", "delete");

  private final MongoFixture mongo = new MongoFixture();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<Integer> inserted = new CopyOnWriteArrayList<>();
  private MongoClient client;
  private MongoDatabase database;

  @Override
  public void beforeEach(ExtensionContext context) {
    mongo.beforeEach(context);
    client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongo.connectionString()))
                .addCommandListener(new Counting())
                .build());
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
    commands.clear();
    inserted.clear();
  }

  /** Round trips so far, of any kind. */
  public int commands() {
    return commands.size();
  }

  /** Round trips that wrote. */
  public long writeCommands() {
    return commands.stream().filter(WRITES::contains).count();
  }

  /** Documents that were inserted or updated; removed ones do not count. */
  public int writtenDocuments() {
    return inserted.stream().mapToInt(Integer::intValue).sum();
  }

  private final class Counting implements CommandListener {

    @Override
    public void commandStarted(CommandStartedEvent event) {
      commands.add(event.getCommandName());
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
      BsonDocument answer = event.getResponse();
      switch (event.getCommandName()) {
        case "insert" -> inserted.add(number(answer.get("n")));
        case "update" ->
            inserted.add(
                number(answer.get("nModified"))
                    + (answer.containsKey("upserted") ? answer.getArray("upserted").size() : 0));
        default -> {}
      }
    }

    private static int number(BsonValue value) {
      return value instanceof BsonNumber number ? number.intValue() : 0;
    }
  }
}
