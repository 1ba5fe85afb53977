package factory.integration.adapter.sqlite.view;

import factory.integration.adapter.sqlite.SqliteSession;
import factory.integration.api.messaging.TenantId;
import factory.integration.query.PageRequest;
import factory.integration.query.Position;
import factory.integration.query.Slice;
import factory.integration.query.TimelineKey;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Walks the events whose data holds all words, newest first, and gathers what belongs to each. It
 * stops after many events even if the page is not full, so that no combination of a frequent word
 * with a condition that rarely holds keeps a connection busy.
 */
final class TextMatches<T> {

  private static final int MAX_EVENTS = 20_000;
  private static final String MATCHES =
      "SELECT rowid FROM event_words WHERE event_words MATCH ? AND rowid <= ?"
          + " ORDER BY rowid DESC LIMIT "
          + MAX_EVENTS;

  /** Finds what belongs to one event. */
  @FunctionalInterface
  interface Finder<T> {

    /** At most so many items of the event of that key, newest first, whose key is lower. */
    List<T> find(long event, long before, int limit) throws SQLException;
  }

  private final PageRequest page;
  private final ToLongFunction<T> key;
  private final List<T> found = new ArrayList<>();
  private Position end = Position.START;

  TextMatches(PageRequest page, ToLongFunction<T> key) {
    this.page = page;
    this.key = key;
  }

  /** The page's items. */
  Slice<T> find(SqliteSession session, TenantId tenant, List<String> words, Finder<T> finder)
      throws SQLException {
    PreparedStatement query = session.prepare(MATCHES);
    query.setString(1, SqliteSearchIndex.expression(tenant, words));
    query.setLong(2, page.after().entry());
    int events = 0;
    try (ResultSet match = query.executeQuery()) {
      for (; match.next(); events++) {
        if (!gather(match.getLong(1), finder)) {
          return new Slice<>(found, end);
        }
      }
    }
    return new Slice<>(found, events == MAX_EVENTS ? end : null);
  }

  /** False when the page is full and this event would have had more. */
  private boolean gather(long event, Finder<T> finder) throws SQLException {
    long before = event == page.after().entry() ? page.after().part() : TimelineKey.END;
    for (T item : finder.find(event, before, page.limit() + 1 - found.size())) {
      if (found.size() == page.limit()) {
        return false;
      }
      found.add(item);
      end = new Position(event, key.applyAsLong(item));
    }
    if (found.size() < page.limit()) {
      end = new Position(event, 0);
    }
    return true;
  }
}
