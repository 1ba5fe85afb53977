package factory.integration.adapter.sqlite.work;

import factory.integration.adapter.sqlite.SqliteDatabase;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Owners of due work and their leases; a small number stands for each name. */
final class DueOwners {

  private static final String ADD =
      "INSERT INTO due_owner (name, lease_until) VALUES (?, 0) ON CONFLICT (name) DO NOTHING";
  private static final String FIND = "SELECT id FROM due_owner WHERE name = ?";
  private static final String RENEW = "UPDATE due_owner SET lease_until = ? WHERE id = ?";

  private final SqliteDatabase database;
  private final Map<String, Long> numbers = new ConcurrentHashMap<>();

  DueOwners(SqliteDatabase database) {
    this.database = database;
  }

  /** The owner's number; an owner that is new has no lease. */
  long numberOf(String owner) {
    Long known = numbers.get(owner);
    return known != null ? known : add(owner);
  }

  private long add(String owner) {
    long number =
        database.change(
            session -> {
              session.update(ADD, owner);
              return session.first(FIND, row -> row.getLong(1), owner).orElseThrow();
            });
    numbers.put(owner, number);
    return number;
  }

  void renew(String owner, Instant until) {
    long number = numberOf(owner);
    database.change(session -> session.update(RENEW, until.toEpochMilli(), number));
  }
}
