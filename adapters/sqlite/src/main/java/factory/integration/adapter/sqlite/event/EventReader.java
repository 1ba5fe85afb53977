package factory.integration.adapter.sqlite.event;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.SqliteSession;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.jspecify.annotations.Nullable;

/** Queries of the event store. */
final class EventReader {

  private static final int PAGE_BYTES = 8 << 20;

  private static final String PAGE =
      "SELECT " + StoredEvent.COLUMNS + " FROM event WHERE position > ? ORDER BY position LIMIT ?";
  private static final String AGGREGATE =
      "SELECT "
          + StoredEvent.COLUMNS
          + " FROM event WHERE aggregate = ? AND sequence >= ? ORDER BY sequence LIMIT ?";
  private static final String LAST_SEQUENCE = "SELECT max(sequence) FROM event WHERE aggregate = ?";
  private static final String FIRST_SINCE =
      "SELECT position FROM event WHERE time >= ? ORDER BY position LIMIT 1";

  private final SqliteDatabase database;
  private final EventKinds kinds;

  EventReader(SqliteDatabase database, EventKinds kinds) {
    this.database = database;
    this.kinds = kinds;
  }

  /** At most so many events after a position, fewer when they are large. */
  EventPage pageAfter(long position, int limit) {
    return database.read(
        session -> {
          PreparedStatement query = session.prepare(PAGE);
          query.setLong(1, position);
          query.setInt(2, limit);
          return readPage(query, position);
        });
  }

  private EventPage readPage(PreparedStatement query, long after) throws SQLException {
    List<TrackedEventData<byte[]>> events = new ArrayList<>();
    long last = after;
    int bytes = 0;
    try (ResultSet row = query.executeQuery()) {
      while (bytes < PAGE_BYTES && row.next()) {
        TrackedEventData<byte[]> event = StoredEvent.from(row, kinds);
        events.add(event);
        bytes += event.getPayload().getData().length;
        last = row.getLong(1);
      }
    }
    return new EventPage(events, last);
  }

  List<DomainEventData<byte[]>> ofAggregate(String aggregate, long firstSequence, int limit) {
    return database.read(
        session -> {
          PreparedStatement query = session.prepare(AGGREGATE);
          query.setString(1, aggregate);
          query.setLong(2, firstSequence);
          query.setInt(3, limit);
          return readDomainEvents(query);
        });
  }

  private List<DomainEventData<byte[]>> readDomainEvents(PreparedStatement query)
      throws SQLException {
    List<DomainEventData<byte[]>> events = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        if (StoredEvent.from(row, kinds) instanceof StoredDomainEvent event) {
          events.add(event);
        }
      }
    }
    return events;
  }

  Optional<Long> lastSequence(String aggregate) {
    return database.read(
        session -> {
          PreparedStatement query = session.prepare(LAST_SEQUENCE);
          query.setString(1, aggregate);
          return Optional.ofNullable(firstNumber(query));
        });
  }

  long lastPosition() {
    return database.read(EventAppender::lastPosition);
  }

  /** Position of the first event at or after the time; looks at every event before it. */
  OptionalLong firstSince(Instant time) {
    return database.read(session -> firstSince(session, StoredEvent.nanos(time)));
  }

  private static OptionalLong firstSince(SqliteSession session, long nanos) throws SQLException {
    PreparedStatement query = session.prepare(FIRST_SINCE);
    query.setLong(1, nanos);
    Long position = firstNumber(query);
    return position == null ? OptionalLong.empty() : OptionalLong.of(position);
  }

  private static @Nullable Long firstNumber(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        return null;
      }
      long number = row.getLong(1);
      return row.wasNull() ? null : number;
    }
  }
}
