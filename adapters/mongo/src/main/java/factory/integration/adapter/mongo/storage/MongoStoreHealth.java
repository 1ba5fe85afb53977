package factory.integration.adapter.mongo.storage;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import factory.integration.api.messaging.StoreHealth;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a document of its own, as safely as any other, and reads it back. */
final class MongoStoreHealth implements StoreHealth {

  private static final Logger LOG = LoggerFactory.getLogger(MongoStoreHealth.class);
  private static final String PROBE = "probe";

  private final MongoCollection<Document> probes;

  MongoStoreHealth(MongoDatabase database) {
    this.probes = database.getCollection(PROBE);
  }

  @Override
  public boolean isReachable() {
    try {
      probes.updateOne(
          Filters.eq(PROBE), Updates.inc("writes", 1L), new UpdateOptions().upsert(true));
      return probes.find(Filters.eq(PROBE)).first() != null;
    } catch (MongoException | IllegalStateException e) {
      LOG.warn("the store is out of reach: {}", e.getMessage());
      return false;
    }
  }
}
