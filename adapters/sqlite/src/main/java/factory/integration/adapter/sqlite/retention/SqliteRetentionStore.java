package factory.integration.adapter.sqlite.retention;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.SqliteSession;
import factory.integration.query.retention.KeySpan;
import factory.integration.query.retention.RetainedKind;
import factory.integration.query.retention.RetentionStore;
import factory.integration.query.retention.Swept;
import java.sql.SQLException;
import java.time.Instant;

/** Purges the tables of the read models, each step in one short transaction. */
final class SqliteRetentionStore implements RetentionStore {

  static final Walk CALLS = new Walk("communication_log");
  static final Walk DATA = new Walk("source_event_data");
  static final Walk WORDS = new Walk("event_words", "rowid");
  static final Walk ATTEMPTS = new Walk("integration_event");
  static final Walk DEAD_LETTERS = new Walk("dead_letter_view");
  static final Walk EVENTS = new Walk("source_event");

  private final SqliteDatabase database;

  SqliteRetentionStore(SqliteDatabase database) {
    this.database = database;
  }

  /** A data directory has one node. */
  @Override
  public boolean claim(String node, Instant now, Instant until) {
    return true;
  }

  @Override
  public Swept sweep(RetainedKind kind, KeySpan span) {
    return database.change(session -> sweep(session, kind, span));
  }

  private static Swept sweep(SqliteSession session, RetainedKind kind, KeySpan span)
      throws SQLException {
    return switch (kind) {
      case COMMUNICATION_LOGS -> CALLS.step(session, span, statement(RetentionSql.CALLS));
      case PAYLOADS -> payloads(session, span);
      case INTEGRATION_EVENTS -> ATTEMPTS.step(session, span, statement(RetentionSql.ATTEMPTS));
      case DEAD_LETTERS -> DEAD_LETTERS.step(session, span, statement(RetentionSql.DEAD_LETTERS));
      case EVENTS -> EVENTS.step(session, span, new EventPurge(span.before()));
    };
  }

  private static Purge statement(String sql) {
    return (session, after, to) -> session.update(sql, after, to);
  }

  /** Words are walked by themselves, since a rebuild of the search brings them back alone. */
  private static Swept payloads(SqliteSession session, KeySpan span) throws SQLException {
    Swept words = WORDS.step(session, span, statement(RetentionSql.WORDS));
    long before = words.more() ? words.end() + 1 : span.before();
    KeySpan same = new KeySpan(span.after(), before, span.limit());
    Swept data = DATA.step(session, same, statement(RetentionSql.DATA));
    boolean more = words.more() || data.more();
    return new Swept(data.purged(), data.more() ? data.end() : words.end(), more);
  }
}
