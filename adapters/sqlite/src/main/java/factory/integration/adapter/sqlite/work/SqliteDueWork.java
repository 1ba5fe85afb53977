package factory.integration.adapter.sqlite.work;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.api.delivery.WorkId;
import factory.integration.saga.delivery.DueDelivery;
import factory.integration.saga.delivery.DueWork;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Due work in a table; leases stand in one row an owner, so that renewing one touches no work. */
final class SqliteDueWork implements DueWork {

  private static final String SAVE =
      "INSERT INTO due_work ("
          + DueRow.COLUMNS
          + ", owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (delivery) DO UPDATE SET endpoint = excluded.endpoint,"
          + " tenant = excluded.tenant, attempt = excluded.attempt, waiting = excluded.waiting,"
          + " plan = excluded.plan, context = excluded.context, owner = excluded.owner";
  private static final String REMOVE = "DELETE FROM due_work WHERE delivery = ?";
  private static final String LEFT =
      "FROM due_work WHERE owner IN"
          + " (SELECT id FROM due_owner WHERE id <> ? AND "
          + DueOwners.HAS_RUN_OUT
          + ")";
  private static final String ANY_LEFT = "SELECT 1 " + LEFT + " LIMIT 1";
  private static final String TAKE_OVER =
      "UPDATE due_work SET owner = ? WHERE rowid IN (SELECT rowid "
          + LEFT
          + " ORDER BY position LIMIT ?) RETURNING "
          + DueRow.COLUMNS;
  private static final String OWNED =
      "SELECT "
          + DueRow.COLUMNS
          + " FROM due_work WHERE owner = ? AND endpoint = ? AND position > ?"
          + " ORDER BY position LIMIT ?";
  private static final String CONTAINS = "SELECT 1 FROM due_work WHERE delivery = ?";
  private static final String COUNT = "SELECT count(*) FROM due_work";

  private final SqliteDatabase database;
  private final DueOwners owners;

  SqliteDueWork(SqliteDatabase database) {
    this.database = database;
    this.owners = new DueOwners(database);
  }

  @Override
  public void save(String owner, DueDelivery due) {
    DueRow row = DueRow.of(due);
    long number = owners.numberOf(owner);
    database.write(
        session -> {
          PreparedStatement save = session.prepare(SAVE);
          row.bind(save);
          save.setLong(9, number);
          save.executeUpdate();
        });
  }

  @Override
  public void remove(WorkId workId) {
    database.write(session -> session.update(REMOVE, workId.value()));
  }

  @Override
  public boolean renewLease(String owner, Instant until) {
    return owners.renew(owner, until);
  }

  @Override
  public List<DueDelivery> takeOver(String owner, Instant now, int limit) {
    long number = owners.numberOf(owner);
    long millis = now.toEpochMilli();
    long tooLate = DueOwners.tooLate(millis);
    if (database.first(ANY_LEFT, row -> true, number, millis, tooLate).isEmpty()) {
      return List.of();
    }
    List<DueDelivery> taken =
        database.change(
            session -> {
              DueOwners.end(session, number, millis);
              return session.list(TAKE_OVER, DueRow::read, number, number, millis, tooLate, limit);
            });
    return taken.stream().sorted(Comparator.comparingLong(DueDelivery::position)).toList();
  }

  @Override
  public List<DueDelivery> findOwned(String owner, String endpoint, long abovePosition, int limit) {
    return database.list(
        OWNED, DueRow::read, owners.numberOf(owner), endpoint, abovePosition, limit);
  }

  @Override
  public boolean contains(WorkId workId) {
    return database.first(CONTAINS, row -> true, workId.value()).isPresent();
  }

  @Override
  public long count() {
    return database.first(COUNT, row -> row.getLong(1)).orElse(0L);
  }
}
