package factory.integration.adapter.mongo.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import factory.integration.adapter.mongo.MongoFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class CommandCostsTests {

  @RegisterExtension private final MongoFixture mongo = new MongoFixture();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private MongoClient client;
  private MongoCollection<Document> things;

  @BeforeEach
  void open() {
    client =
        MongoConnection.open(
            new ConnectionString(mongo.connectionString()), new CommandCosts(metrics));
    things = client.getDatabase(mongo.database().getName()).getCollection("things");
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void countsWhatWasWrittenAndNotWhatStayedAsItWas() {
    things.insertMany(List.of(thing(1), thing(2), thing(3)));
    things.updateMany(Filters.in("_id", 1, 2), Updates.set("colour", "red"));
    things.updateMany(Filters.in("_id", 1, 2), Updates.set("colour", "red"));
    things.updateOne(Filters.eq(4), Updates.set("n", 4), new UpdateOptions().upsert(true));
    things.findOneAndUpdate(Filters.eq(4), Updates.inc("n", 1));
    things.deleteMany(Filters.in("_id", 1, 2));

    assertThat(documents("inserted")).isEqualTo(4);
    assertThat(documents("updated")).isEqualTo(3);
    assertThat(documents("deleted")).isEqualTo(2);
    assertThat(roundTrips("insert")).isEqualTo(1);
    assertThat(roundTrips("update")).isEqualTo(3);
    assertThat(roundTrips("findAndModify")).isEqualTo(1);
  }

  @Test
  void namesTheCollectionOfEveryPageThatIsRead() {
    things.insertMany(List.of(thing(1), thing(2), thing(3)));

    assertThat(things.find().batchSize(2)).hasSize(3);

    assertThat(roundTrips("find")).isEqualTo(1);
    assertThat(roundTrips("getMore")).isEqualTo(1);
  }

  private static Document thing(int id) {
    return new Document("_id", id);
  }

  private double documents(String kind) {
    return count(CommandCosts.DOCUMENTS, "kind", kind);
  }

  private double roundTrips(String command) {
    return count(CommandCosts.ROUND_TRIPS, "command", command);
  }

  private double count(String name, String tag, String value) {
    return metrics.get(name).tag("collection", "things").tag(tag, value).counter().count();
  }
}
