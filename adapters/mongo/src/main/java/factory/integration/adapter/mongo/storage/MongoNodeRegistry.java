package factory.integration.adapter.mongo.storage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import factory.integration.adapter.mongo.MongoErrors;
import factory.integration.api.messaging.NodeRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/**
 * One document a node; those of dead nodes are removed by whoever lives, and so are those of nodes
 * whose clock is far ahead: when one of these dies, it would be counted for as long.
 */
final class MongoNodeRegistry implements NodeRegistry {

  private static final String ALIVE_UNTIL = "aliveUntil";

  private final MongoCollection<Document> nodes;

  MongoNodeRegistry(MongoDatabase database) {
    this.nodes = database.getCollection("nodes");
  }

  @Override
  public int beat(String node, Instant now, Instant until) {
    return MongoErrors.call(() -> beatNow(node, now, until));
  }

  private int beatNow(String node, Instant now, Instant until) {
    Document alive = new Document("_id", node).append(ALIVE_UNTIL, Date.from(until));
    nodes.replaceOne(Filters.eq(node), alive, new ReplaceOptions().upsert(true));
    Instant tooLate = until.plus(Duration.between(now, until));
    nodes.deleteMany(
        Filters.or(
            Filters.lt(ALIVE_UNTIL, Date.from(now)), Filters.gt(ALIVE_UNTIL, Date.from(tooLate))));
    return Math.toIntExact(nodes.countDocuments());
  }
}
