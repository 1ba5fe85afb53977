package factory.integration.adapter.sqlite.event;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.SqliteErrors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events in SQLite. Appends serialise on the caller's thread, wait for the group commit and
 * are on disk when they return; positions follow the order of commits and have no gaps.
 */
final class SqliteEventStorageEngine extends BatchingEventStorageEngine {

  private static final int TAIL_EVENTS = 16_384;
  private static final long TAIL_BYTES = 32L << 20;

  private final SqliteDatabase database;
  private final EventKinds kinds;
  private final EventReader reader;
  private final SnapshotTable snapshots;
  private final EventTail tail;
  private final EventAppender appender;

  SqliteEventStorageEngine(SqliteDatabase database, BatchingEventStorageEngine.Builder builder) {
    this(database, builder, TAIL_EVENTS, TAIL_BYTES);
  }

  SqliteEventStorageEngine(
      SqliteDatabase database,
      BatchingEventStorageEngine.Builder builder,
      int tailEvents,
      long tailBytes) {
    super(builder.persistenceExceptionResolver(SqliteErrors::isConstraint));
    this.database = database;
    this.kinds = new EventKinds(database);
    this.reader = new EventReader(database, kinds);
    this.snapshots = new SnapshotTable(database, kinds);
    this.tail = new EventTail(reader.lastPosition(), tailEvents, tailBytes);
    this.appender = new EventAppender(tail);
    database.listen(appender);
  }

  /** What the engine has in common with every other: serialisers, upcasters, snapshot filter. */
  static final class Builder extends BatchingEventStorageEngine.Builder {}

  EventTail tail() {
    return tail;
  }

  EventPage pageAfter(long position, int limit) {
    return reader.pageAfter(position, limit);
  }

  /** The page's events, upcast: there may be more or fewer messages than events. */
  Stream<TrackedEventMessage<?>> messagesOf(EventPage page) {
    return EventUtils.upcastAndDeserializeTrackedEvents(
        page.events().stream(), getEventSerializer(), upcasterChain);
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    List<EventRow> rows = new ArrayList<>(events.size());
    for (EventMessage<?> event : events) {
      rows.add(rowOf(event, serializer));
    }
    try {
      database.writeDurably(session -> appender.append(session, rows));
    } catch (EventAppender.RowRefused e) {
      handlePersistenceException((Exception) e.getCause(), e.event());
    }
  }

  @Override
  protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    snapshots.save(rowOf(snapshot, serializer));
  }

  private EventRow rowOf(EventMessage<?> event, Serializer serializer) {
    SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
    SerializedObject<byte[]> metadata = event.serializeMetaData(serializer, byte[].class);
    boolean domain = event instanceof DomainEventMessage<?>;
    DomainEventMessage<?> source = domain ? (DomainEventMessage<?>) event : null;
    EventKind kind =
        new EventKind(
            source == null ? null : source.getType(),
            payload.getType().getName(),
            payload.getType().getRevision());
    return new EventRow(
        event,
        source == null ? null : source.getAggregateIdentifier(),
        source == null ? 0 : source.getSequenceNumber(),
        kinds.numberOf(kind),
        StoredEvent.nanos(event.getTimestamp()),
        payload.getData(),
        metadata.getData());
  }

  @Override
  protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
      @Nullable TrackingToken lastToken, int batchSize) {
    return reader.pageAfter(positionOf(lastToken), batchSize).events();
  }

  @Override
  protected List<? extends DomainEventData<?>> fetchDomainEvents(
      String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
    return reader.ofAggregate(aggregateIdentifier, firstSequenceNumber, batchSize);
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
    return snapshots.find(aggregateIdentifier);
  }

  /** Deserialises at once, so that a broken snapshot is noticed here and the events are read. */
  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
    return super.readSnapshot(aggregateIdentifier)
        .filter(snapshot -> !(snapshot.getPayload() instanceof UnknownSerializedType));
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    return reader.lastSequence(aggregateIdentifier);
  }

  @Override
  public TrackingToken createTailToken() {
    return new GlobalSequenceTrackingToken(0);
  }

  @Override
  public TrackingToken createHeadToken() {
    return new GlobalSequenceTrackingToken(tail.head());
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    long position = reader.firstSince(dateTime).orElse(tail.head() + 1) - 1;
    return new GlobalSequenceTrackingToken(position);
  }

  static long positionOf(@Nullable TrackingToken token) {
    return switch (token) {
      case null -> 0;
      case GlobalSequenceTrackingToken position -> position.getGlobalIndex();
      default ->
          throw new IllegalArgumentException(
              "this event store counts positions and cannot start at a " + token.getClass());
    };
  }
}
