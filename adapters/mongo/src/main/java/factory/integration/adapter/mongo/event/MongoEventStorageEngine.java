package factory.integration.adapter.mongo.event;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.MongoErrors;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events in MongoDB. Appends serialise on the caller's thread, join the next group and are
 * safe on a majority of the servers when they return. All events of an append are stored together
 * or not at all while they take less than 64 KiB; a larger one that conflicts may leave those of
 * other aggregates behind, so whoever repeats it must be able to find it done in part.
 */
final class MongoEventStorageEngine extends BatchingEventStorageEngine implements AutoCloseable {

  private static final int PAGE_DOCUMENTS = 500;

  private final StreamReader stream;
  private final AggregateReader aggregates;
  private final AggregatesAhead ahead;
  private final Snapshots snapshots;
  private final GroupAppender appender;

  MongoEventStorageEngine(
      MongoDatabase database, InstantSource clock, BatchingEventStorageEngine.Builder builder) {
    this(database, clock, builder, UnaryOperator.identity());
  }

  MongoEventStorageEngine(
      MongoDatabase database,
      InstantSource clock,
      BatchingEventStorageEngine.Builder builder,
      UnaryOperator<Positions> positions) {
    super(
        builder
            .persistenceExceptionResolver(EventExists.class::isInstance)
            .batchSize(PAGE_DOCUMENTS)
            .finalAggregateBatchPredicate(_ -> true));
    MongoCollection<Document> events = EventFields.of(database);
    this.stream = new StreamReader(events, new GapCloser(events, clock));
    this.aggregates = new AggregateReader(events);
    this.ahead = new AggregatesAhead(aggregates);
    this.snapshots = new Snapshots(database, clock);
    Positions counter = new PositionCounter(database, stream.head().getIndex());
    this.appender = new GroupAppender(new CommitWriter(events, positions.apply(counter)));
  }

  /** What the engine has in common with every other: serialisers, upcasters, snapshot filter. */
  static final class Builder extends BatchingEventStorageEngine.Builder {}

  /** Says that an event was refused since the aggregate has one of that number. */
  private static final class EventExists extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private EventExists(String id) {
      super("event %s has the number of one that is stored".formatted(id));
    }
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty()) {
      return;
    }
    List<Commit> all = appender.append(EventDocuments.commits(events, serializer));
    ahead.changed(events);
    for (Commit refused : all) {
      Document stored =
          MongoErrors.call(() -> aggregates.firstStored(refused.events()))
              .orElse(refused.events().getFirst());
      String id = stored.getString(EventFields.ID);
      EventMessage<?> event =
          events.stream().filter(each -> each.getIdentifier().equals(id)).findFirst().orElseThrow();
      handlePersistenceException(new EventExists(id), event);
    }
  }

  @Override
  protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    Document document = EventDocuments.document(snapshot, serializer);
    MongoErrors.call(
        () -> {
          snapshots.save(document);
          return document;
        });
  }

  @Override
  protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
      @Nullable TrackingToken lastToken, int batchSize) {
    return MongoErrors.call(() -> stream.after(lastToken, batchSize));
  }

  @Override
  protected List<? extends DomainEventData<?>> fetchDomainEvents(
      String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
    List<DomainEventData<byte[]>> known = ahead.find(aggregateIdentifier);
    return known == null
        ? MongoErrors.call(() -> aggregates.from(aggregateIdentifier, firstSequenceNumber))
        : known.stream().filter(it -> it.getSequenceNumber() >= firstSequenceNumber).toList();
  }

  /** Saves the current unit of work a search; should there be events, its own are refused. */
  void nothingOf(String identifier) {
    ahead.knowMissing(identifier);
  }

  /** Reads the aggregates for the rest of the current unit of work. */
  void readAhead(Collection<String> identifiers) {
    MongoErrors.call(
        () -> {
          ahead.read(identifiers);
          return identifiers;
        });
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
    return MongoErrors.call(() -> snapshots.find(aggregateIdentifier)).stream();
  }

  /** Deserialises at once, so that a broken snapshot is noticed here and the events are read. */
  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
    return super.readSnapshot(aggregateIdentifier)
        .filter(snapshot -> !(snapshot.getPayload() instanceof UnknownSerializedType));
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    return MongoErrors.call(() -> aggregates.lastSequence(aggregateIdentifier));
  }

  @Override
  public TrackingToken createTailToken() {
    return StreamReader.BEGINNING;
  }

  @Override
  public TrackingToken createHeadToken() {
    return MongoErrors.call(stream::head);
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return MongoErrors.call(() -> stream.at(dateTime));
  }

  @Override
  public void close() {
    appender.close();
  }
}
