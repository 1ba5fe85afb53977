package factory.integration.adapter.sqlite.retention;

import factory.integration.adapter.sqlite.SqliteSession;
import factory.integration.query.retention.KeySpan;
import factory.integration.query.retention.Swept;
import java.sql.SQLException;
import java.util.List;

/** Looks at a few entries of a table, oldest first: a step takes about as long however many go. */
record Walk(String table, String key) {

  Walk(String table) {
    this(table, "entry");
  }

  Swept step(SqliteSession session, KeySpan span, Purge purge) throws SQLException {
    List<Long> keys =
        session.list(keys(), row -> row.getLong(1), span.after(), span.before(), span.limit());
    if (keys.isEmpty()) {
      return new Swept(0, span.after(), false);
    }
    long end = keys.getLast();
    return new Swept(purge.apply(session, span.after(), end), end, keys.size() == span.limit());
  }

  String keys() {
    return "SELECT %2$s FROM %1$s WHERE %2$s > ? AND %2$s < ? ORDER BY %2$s LIMIT ?"
        .formatted(table, key);
  }
}
