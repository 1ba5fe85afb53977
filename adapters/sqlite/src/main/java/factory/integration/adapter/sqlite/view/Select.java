package factory.integration.adapter.sqlite.view;

import factory.integration.adapter.sqlite.RowReader;
import factory.integration.adapter.sqlite.SqliteSession;
import factory.integration.query.TimelineKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query for the newest entries whose conditions are added one by one; the same conditions give
 * the same SQL, which stays prepared. Values are always bound, never part of the SQL.
 */
final class Select {

  static final String NEWEST = " ORDER BY e.entry DESC LIMIT ?";

  private final StringBuilder sql;
  private final List<Object> values = new ArrayList<>();
  private String joint = " WHERE ";

  /**
   * @param from everything up to the first condition
   */
  Select(String from) {
    this.sql = new StringBuilder(from);
  }

  /** Adds a condition without a value. */
  Select where(String condition) {
    sql.append(joint).append(condition);
    joint = " AND ";
    return this;
  }

  /** Adds a condition on a value, unless the value is absent. */
  Select where(String condition, @Nullable Object value) {
    if (value != null) {
      where(condition);
      values.add(value instanceof Number ? value : value.toString());
    }
    return this;
  }

  /**
   * Keeps entries of a span of time; the keys narrow the search to its seconds.
   *
   * @param from inclusive
   * @param to exclusive
   */
  Select within(String column, @Nullable Instant from, @Nullable Instant to) {
    if (from != null) {
      where("e.entry >= ?", TimelineKey.firstOf(from));
      where(column + " >= ?", from.toEpochMilli());
    }
    if (to != null) {
      where("e.entry <= ?", TimelineKey.lastOf(to));
      where(column + " < ?", to.toEpochMilli());
    }
    return this;
  }

  /** The newest entries that meet all conditions and come after a position. */
  <T> List<T> newest(SqliteSession session, RowReader<T> reader, long before, int limit)
      throws SQLException {
    where("e.entry < ?", before);
    values.add(limit);
    return session.list(this + NEWEST, reader, values.toArray());
  }

  /** The SQL up to the last condition. */
  @Override
  public String toString() {
    return sql.toString();
  }
}
