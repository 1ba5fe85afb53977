package factory.integration.adapter.sqlite.work;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.SqliteSession;
import factory.integration.saga.delivery.DueWork;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Owners of due work and their leases; a small number stands for each name. */
final class DueOwners {

  /** A lease that ends too late was given by a clock that was wrong. */
  static final String HAS_RUN_OUT = "(lease_until <= ? OR lease_until > ?)";

  private static final String ADD =
      "INSERT INTO due_owner (name, lease_until) VALUES (?, 0) ON CONFLICT (name) DO NOTHING";
  private static final String FIND = "SELECT id FROM due_owner WHERE name = ?";
  private static final String RENEW =
      "UPDATE due_owner SET lease_until = ? WHERE id = ? AND lease_until >= 0";
  private static final String BEGIN_ANEW = "UPDATE due_owner SET lease_until = 0 WHERE id = ?";

  /** A lease below zero says that others may have taken from the owner. */
  private static final String END =
      "UPDATE due_owner SET lease_until = -1 WHERE id <> ? AND " + HAS_RUN_OUT;

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

  /** Answers false when the owner was ended. */
  boolean renew(String owner, Instant until) {
    long number = numberOf(owner);
    return database.change(
        session -> {
          boolean held = session.update(RENEW, until.toEpochMilli(), number) > 0;
          if (!held) {
            session.update(BEGIN_ANEW, number);
          }
          return held;
        });
  }

  static long tooLate(long now) {
    return now + DueWork.LONGEST_LEASE.toMillis();
  }

  /** Ends all other owners whose lease has run out; within the change that takes from them. */
  static void end(SqliteSession session, long except, long now) throws SQLException {
    session.update(END, except, now, tooLate(now));
  }
}
