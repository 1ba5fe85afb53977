package factory.integration.adapter.mongo.event;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Reserves positions with one increment. It is as durable as the events: were it lost when a
 * primary fails over, two nodes could be given the same positions.
 */
final class PositionCounter implements Positions {

  private static final String COLLECTION = "counters";
  private static final String LAST = "last";
  private static final Bson EVENTS = Filters.eq("events");

  private final MongoCollection<Document> counters;

  /**
   * @param atLeast position of the last event in the store, which a counter from an older backup
   *     may not know
   */
  PositionCounter(MongoDatabase database, long atLeast) {
    this.counters = database.getCollection(COLLECTION);
    counters.updateOne(EVENTS, Updates.max(LAST, atLeast), new UpdateOptions().upsert(true));
  }

  @Override
  public long reserve(int count) {
    Document counter =
        counters.findOneAndUpdate(
            EVENTS,
            Updates.inc(LAST, (long) count),
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    if (counter == null) {
      throw new IllegalStateException(
          "the counter of positions was removed from the collection " + COLLECTION + "; restart");
    }
    return counter.getLong(LAST);
  }
}
