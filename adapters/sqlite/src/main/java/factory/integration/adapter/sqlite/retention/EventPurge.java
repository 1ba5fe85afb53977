package factory.integration.adapter.sqlite.retention;

import factory.integration.adapter.sqlite.SqliteSession;
import java.sql.SQLException;
import java.util.List;

/** Removes events with all that hangs on them. */
record EventPurge(long before) implements Purge {

  private static final String REPETITIONS = "DELETE FROM source_event WHERE original = ?";
  private static final String ROUTING = "DELETE FROM event_routing WHERE event_id = ?";
  private static final String DATA = "DELETE FROM source_event_data WHERE entry = ?";
  private static final String WORDS = "DELETE FROM event_words WHERE rowid = ?";

  private record Removed(long entry, String eventId) {}

  @Override
  public int apply(SqliteSession session, long after, long to) throws SQLException {
    List<Removed> removed =
        session.list(
            RetentionSql.EVENTS,
            row -> new Removed(row.getLong(1), row.getString(2)),
            after,
            to,
            before);
    int purged = removed.size();
    for (Removed event : removed) {
      purged += session.update(REPETITIONS, event.entry());
      session.update(ROUTING, event.eventId());
      session.update(DATA, event.entry());
      session.update(WORDS, event.entry());
    }
    return purged;
  }
}
