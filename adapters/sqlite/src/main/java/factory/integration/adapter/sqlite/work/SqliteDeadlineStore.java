package factory.integration.adapter.sqlite.work;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.saga.deadline.DeadlineStore;
import factory.integration.saga.deadline.ScheduledDeadline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Deadlines, found by the time they are due; a running claim hides one from everybody. */
final class SqliteDeadlineStore implements DeadlineStore {

  private static final String COLUMNS =
      "id, name, due_at, scope, scope_type, payload, payload_type, metadata";
  private static final String SAVE =
      "INSERT OR REPLACE INTO deadline ("
          + COLUMNS
          + ", scope_hash)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String REMOVE = "DELETE FROM deadline WHERE id = ?";
  private static final String REMOVE_NAME = "DELETE FROM deadline WHERE name = ?";
  private static final String REMOVE_SCOPE =
      "DELETE FROM deadline WHERE scope_hash = ? AND scope = ? AND name = ?";

  /** A claim that lasts twice as long as the new one was made by a clock that was wrong. */
  private static final String FREE = "(claimed_until <= ? OR claimed_until >= ?)";

  private static final String ANY_DUE =
      "SELECT 1 FROM deadline WHERE due_at <= ? AND " + FREE + " LIMIT 1";
  private static final String CLAIM =
      "UPDATE deadline SET claimed_by = ?, claimed_until = ? WHERE rowid IN"
          + " (SELECT rowid FROM deadline WHERE due_at <= ? AND "
          + FREE
          + " ORDER BY due_at LIMIT ?) RETURNING "
          + COLUMNS;
  private static final String EARLIEST = "SELECT due_at FROM deadline ORDER BY due_at LIMIT 1";
  private static final String COUNT = "SELECT count(*) FROM deadline";

  private final SqliteDatabase database;

  SqliteDeadlineStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void save(ScheduledDeadline deadline) {
    database.write(
        session ->
            session.update(
                SAVE,
                deadline.id(),
                deadline.name(),
                deadline.dueAt().toEpochMilli(),
                deadline.scope(),
                deadline.scopeType(),
                deadline.payload(),
                deadline.payloadType(),
                deadline.metadata(),
                deadline.scope().hashCode()));
  }

  @Override
  public void remove(String id) {
    database.write(session -> session.update(REMOVE, id));
  }

  @Override
  public void removeAll(String name) {
    database.write(session -> session.update(REMOVE_NAME, name));
  }

  @Override
  public void removeAllWithin(String name, String scope) {
    database.write(session -> session.update(REMOVE_SCOPE, scope.hashCode(), scope, name));
  }

  @Override
  public List<ScheduledDeadline> claimDue(
      String owner, Instant now, Instant claimedUntil, int limit) {
    long due = now.toEpochMilli();
    long until = claimedUntil.toEpochMilli();
    long tooLate = until + (until - due);
    if (database.first(ANY_DUE, row -> true, due, due, tooLate).isEmpty()) {
      return List.of();
    }
    List<ScheduledDeadline> claimed =
        database.change(
            session ->
                session.list(
                    CLAIM, SqliteDeadlineStore::deadline, owner, until, due, due, tooLate, limit));
    return claimed.stream().sorted(Comparator.comparing(ScheduledDeadline::dueAt)).toList();
  }

  private static ScheduledDeadline deadline(ResultSet row) throws SQLException {
    return new ScheduledDeadline(
        row.getString(1),
        row.getString(2),
        Instant.ofEpochMilli(row.getLong(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8));
  }

  @Override
  public Optional<Instant> earliest() {
    return database.first(EARLIEST, row -> Instant.ofEpochMilli(row.getLong(1)));
  }

  @Override
  public long count() {
    return database.first(COUNT, row -> row.getLong(1)).orElse(0L);
  }
}
