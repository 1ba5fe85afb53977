package factory.integration.adapter.sqlite.retention;

import factory.integration.adapter.sqlite.SqliteSession;
import java.sql.SQLException;

/** Removes what may go among the entries from one key (exclusive) to another (inclusive). */
@FunctionalInterface
interface Purge {

  /** Answers how many entries it removed. */
  int apply(SqliteSession session, long after, long to) throws SQLException;
}
