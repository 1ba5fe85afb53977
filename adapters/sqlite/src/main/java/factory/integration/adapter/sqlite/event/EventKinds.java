package factory.integration.adapter.sqlite.event;

import factory.integration.adapter.sqlite.SqliteDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The small numbers that stand for kinds of events; each is durable before it is first used. */
final class EventKinds {

  private final SqliteDatabase database;
  private final Map<EventKind, Integer> numbers = new ConcurrentHashMap<>();
  private final Map<Integer, EventKind> kinds = new ConcurrentHashMap<>();

  EventKinds(SqliteDatabase database) {
    this.database = database;
    load();
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
    int number = numbers.size() + 1;
    database.writeDurably(
        session -> {
          PreparedStatement insert = session.prepare("INSERT INTO event_kind VALUES (?, ?, ?, ?)");
          insert.setInt(1, number);
          insert.setString(2, kind.aggregateType());
          insert.setString(3, kind.payloadType());
          insert.setString(4, kind.revision());
          insert.executeUpdate();
        });
    remember(number, kind);
    return number;
  }

  private void load() {
    List<EventKind> stored =
        database.read(
            session -> {
              List<EventKind> rows = new ArrayList<>();
              try (ResultSet row =
                  session.prepare("SELECT * FROM event_kind ORDER BY kind").executeQuery()) {
                while (row.next()) {
                  rows.add(new EventKind(row.getString(2), row.getString(3), row.getString(4)));
                }
              }
              return rows;
            });
    for (int i = 0; i < stored.size(); i++) {
      remember(i + 1, stored.get(i));
    }
  }

  private void remember(int number, EventKind kind) {
    kinds.put(number, kind);
    numbers.put(kind, number);
  }
}
