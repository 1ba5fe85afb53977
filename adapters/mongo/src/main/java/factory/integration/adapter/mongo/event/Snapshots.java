package factory.integration.adapter.mongo.event;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;
import org.bson.Document;

/** The latest snapshot of each aggregate that has one. */
final class Snapshots {

  private static final String COLLECTION = "snapshots";
  private static final String KEY = "_id";
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private final MongoCollection<Document> snapshots;
  private final InstantSource clock;
  private volatile Instant emptyUntil = Instant.MIN;

  Snapshots(MongoDatabase database, InstantSource clock) {
    this.snapshots = database.getCollection(COLLECTION);
    this.clock = clock;
  }

  void save(Document snapshot) {
    emptyUntil = Instant.MIN;
    String aggregate = snapshot.getString(EventFields.AGGREGATE);
    snapshots.replaceOne(
        Filters.eq(aggregate),
        new Document(KEY, aggregate).append(EventFields.EVENTS, snapshot),
        new ReplaceOptions().upsert(true));
  }

  /** Costs nothing while no aggregate has a snapshot, which is asked again now and then. */
  Optional<DomainEventData<byte[]>> find(String aggregate) {
    if (clock.instant().isBefore(emptyUntil)) {
      return Optional.empty();
    }
    Document found = snapshots.find(Filters.eq(aggregate)).first();
    if (found == null) {
      emptyUntil =
          snapshots.find().first() == null ? clock.instant().plus(LOOK_AGAIN) : Instant.MIN;
      return Optional.empty();
    }
    Document event = found.get(EventFields.EVENTS, Document.class);
    return StoredEvent.of(event, null) instanceof StoredDomainEvent snapshot
        ? Optional.of(snapshot)
        : Optional.empty();
  }
}
