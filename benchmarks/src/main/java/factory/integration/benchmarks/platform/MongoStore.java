package factory.integration.benchmarks.platform;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/** A database of MongoDB that nobody else uses. */
final class MongoStore implements Store {

  private final String uri;
  private final String database;
  private final MongoClient client;

  MongoStore(String uri, String database) {
    this.uri = uri;
    this.database = database;
    this.client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, SECONDS))
                .applyConnectionString(new ConnectionString(uri))
                .build());
  }

  /** What the server says of itself; those that only resemble MongoDB name a version of it too. */
  @Override
  public String describe() {
    Document build = client.getDatabase("admin").runCommand(new Document("buildInfo", 1));
    Document hello = client.getDatabase("admin").runCommand(new Document("isMaster", 1));
    return "store: mongo, version %s (%s), %s"
        .formatted(
            build.getString("version"),
            build.getString("gitVersion"),
            hello.containsKey("setName") ? "replica set" : "no replica set");
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "SPRING_PROFILES_ACTIVE",
        "mongo,embedded",
        "PLATFORM_MONGO_URI",
        uri,
        "PLATFORM_MONGO_DATABASE",
        database,
        "PLATFORM_VAULT_MASTER_KEY",
        masterKey());
  }

  private static String masterKey() {
    String random = UUID.randomUUID().toString().replace("-", "");
    return Base64.getEncoder().encodeToString(random.getBytes(US_ASCII));
  }

  @Override
  public void close() {
    try (client) {
      client.getDatabase(database).drop();
    }
  }
}
