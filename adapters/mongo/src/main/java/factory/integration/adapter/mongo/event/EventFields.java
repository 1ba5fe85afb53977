package factory.integration.adapter.mongo.event;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bson.Document;

/**
 * The collection of events. A document holds consecutive events, from the position {@code first} to
 * the one that is its {@code _id}; a filler has no payloads and says that nothing will ever stand
 * at its positions.
 */
final class EventFields {

  static final String COLLECTION = "events";
  static final String LAST = "_id";
  static final String FIRST = "first";
  static final String FILLER = "filler";
  static final String EVENTS = "events";

  static final String AGGREGATE = "aggregate";
  static final String SEQUENCE = "sequence";
  static final String TYPE = "type";
  static final String ID = "id";
  static final String TIME = "time";
  static final String PAYLOAD_TYPE = "payloadType";
  static final String REVISION = "revision";
  static final String PAYLOAD = "payload";
  static final String METADATA = "metadata";

  private EventFields() {}

  /**
   * The collection with its index: no two documents hold the same event of an aggregate, so that of
   * two appends that overlap anywhere one is refused.
   */
  static MongoCollection<Document> of(MongoDatabase database) {
    MongoCollection<Document> events = database.getCollection(COLLECTION);
    events.createIndex(
        Indexes.ascending(EVENTS + "." + AGGREGATE, EVENTS + "." + SEQUENCE),
        new IndexOptions().name("event_by_aggregate").unique(true));
    return events;
  }

  /** Takes the positions for good; its key in the index is one that no event can have. */
  static Document filler(long first, long last) {
    return new Document(LAST, last)
        .append(FIRST, first)
        .append(FILLER, true)
        .append(EVENTS, List.of(new Document(SEQUENCE, last)));
  }
}
