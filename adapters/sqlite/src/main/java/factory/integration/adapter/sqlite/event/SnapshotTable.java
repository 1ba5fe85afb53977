package factory.integration.adapter.sqlite.event;

import factory.integration.adapter.sqlite.SqliteDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;

/** The latest snapshot of each aggregate that has one. */
final class SnapshotTable {

  private static final String SAVE =
      "INSERT OR REPLACE INTO snapshot (aggregate, sequence, kind, time, id, payload, metadata)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";
  private static final String FIND =
      "SELECT 0, aggregate, sequence, kind, time, id, payload, metadata FROM snapshot"
          + " WHERE aggregate = ?";

  private final SqliteDatabase database;
  private final EventKinds kinds;
  private volatile boolean empty;

  SnapshotTable(SqliteDatabase database, EventKinds kinds) {
    this.database = database;
    this.kinds = kinds;
    this.empty =
        database.read(
            session -> {
              try (ResultSet row =
                  session.prepare("SELECT 1 FROM snapshot LIMIT 1").executeQuery()) {
                return !row.next();
              }
            });
  }

  void save(EventRow snapshot) {
    empty = false;
    database.writeDurably(
        session -> {
          PreparedStatement save = session.prepare(SAVE);
          snapshot.bind(save, 1);
          save.executeUpdate();
        });
  }

  /** Costs nothing while no aggregate has a snapshot. */
  Stream<DomainEventData<byte[]>> find(String aggregate) {
    if (empty) {
      return Stream.empty();
    }
    return database.read(
        session -> {
          PreparedStatement query = session.prepare(FIND);
          query.setString(1, aggregate);
          try (ResultSet row = query.executeQuery()) {
            return row.next() && StoredEvent.from(row, kinds) instanceof StoredDomainEvent found
                ? Stream.of(found)
                : Stream.empty();
          }
        });
  }
}
