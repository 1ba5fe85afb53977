package factory.integration.adapter.sqlite.event;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.SqliteSession;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The small numbers that stand for kinds of events; each is durable before it is first used. */
final class EventKinds {

  private static final String ALL =
      "SELECT kind, aggregate_type, payload_type, revision FROM event_kind ORDER BY kind";
  private static final String ADD =
      "INSERT INTO event_kind (aggregate_type, payload_type, revision) VALUES (?, ?, ?)"
          + " RETURNING kind";

  private final SqliteDatabase database;
  private final Map<EventKind, Integer> numbers = new ConcurrentHashMap<>();
  private final Map<Integer, EventKind> kinds = new ConcurrentHashMap<>();

  EventKinds(SqliteDatabase database) {
    this.database = database;
    database
        .list(
            ALL,
            row ->
                Map.entry(
                    row.getInt(1),
                    new EventKind(row.getString(2), row.getString(3), row.getString(4))))
        .forEach(each -> remember(each.getKey(), each.getValue()));
  }

  int numberOf(EventKind kind) {
    Integer known = numbers.get(kind);
    return known != null ? known : add(kind);
  }

  EventKind kind(int number) {
    EventKind known = kinds.get(number);
    if (known == null) {
      throw new IllegalStateException("the event store has no kind " + number + "; it is damaged");
    }
    return known;
  }

  private synchronized int add(EventKind kind) {
    Integer known = numbers.get(kind);
    if (known != null) {
      return known;
    }
    int number = database.change(session -> insert(session, kind));
    remember(number, kind);
    return number;
  }

  private static int insert(SqliteSession session, EventKind kind) throws SQLException {
    return session
        .first(ADD, row -> row.getInt(1), kind.aggregateType(), kind.payloadType(), kind.revision())
        .orElseThrow();
  }

  private void remember(int number, EventKind kind) {
    kinds.put(number, kind);
    numbers.put(kind, number);
  }
}
