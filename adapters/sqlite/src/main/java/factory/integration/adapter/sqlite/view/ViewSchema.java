package factory.integration.adapter.sqlite.view;

import factory.integration.adapter.sqlite.SqliteMigration;
import factory.integration.adapter.sqlite.SqliteSchema;
import java.util.List;

/**
 * Tables of the read models. {@code entry} is the timeline key, so it sorts by time and every index
 * ends with it; times are milliseconds since 1970. An entry of the events log that repeats an event
 * names the {@code original} and has the columns that searches look at, the others are the
 * original's.
 */
final class ViewSchema {

  private static final List<String> EVENTS_LOG =
      List.of(
          """
          CREATE TABLE source_event (
            entry INTEGER PRIMARY KEY,
            tenant TEXT NOT NULL,
            event_id TEXT NOT NULL,
            original INTEGER,
            event_type TEXT NOT NULL,
            owner_id TEXT,
            idempotency_key TEXT,
            received_at INTEGER NOT NULL,
            occurred_at TEXT,
            ordering_key TEXT,
            custom_headers TEXT,
            data TEXT)\
          """,
          "CREATE UNIQUE INDEX source_event_by_event ON source_event (event_id)"
              + " WHERE original IS NULL",
          "CREATE INDEX source_event_by_original ON source_event (original)"
              + " WHERE original IS NOT NULL",
          "CREATE INDEX source_event_by_tenant ON source_event (tenant)",
          "CREATE INDEX source_event_by_type ON source_event (tenant, event_type)",
          "CREATE INDEX source_event_by_owner ON source_event (tenant, owner_id)"
              + " WHERE owner_id IS NOT NULL",
          "CREATE INDEX source_event_by_key ON source_event (tenant, idempotency_key)"
              + " WHERE idempotency_key IS NOT NULL",
          """
          CREATE TABLE event_routing (
            event_id TEXT PRIMARY KEY,
            decisions TEXT NOT NULL) WITHOUT ROWID\
          """);

  /**
   * Neither positions nor columns of words are kept, and no text: which event holds which word is
   * all that is asked. {@code automerge} and {@code crisismerge} were measured: these cost least
   * without long merges.
   */
  private static final List<String> SEARCH =
      List.of(
          """
          CREATE VIRTUAL TABLE event_words USING fts5 (
            words, content='', contentless_delete=1, detail=none,
            tokenize="ascii tokenchars '-_.:'")\
          """,
          "INSERT INTO event_words (event_words, rank) VALUES ('automerge', 8)",
          "INSERT INTO event_words (event_words, rank) VALUES ('crisismerge', 32)");

  private static final List<String> INTEGRATION_EVENTS =
      List.of(
          """
          CREATE TABLE integration_event (
            entry INTEGER PRIMARY KEY,
            tenant TEXT NOT NULL,
            delivery_id TEXT NOT NULL,
            attempt INTEGER NOT NULL,
            is_current INTEGER NOT NULL,
            integration_id TEXT NOT NULL,
            event_id TEXT NOT NULL,
            event_type TEXT NOT NULL,
            owner_id TEXT,
            status TEXT NOT NULL,
            delivery_status TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            started_at INTEGER,
            completed_at INTEGER,
            log_entry INTEGER,
            next_attempt_at INTEGER,
            failure_category TEXT,
            dead_letter_reason TEXT,
            status_reason TEXT)\
          """,
          "CREATE UNIQUE INDEX integration_event_by_delivery"
              + " ON integration_event (delivery_id, attempt)",
          "CREATE INDEX integration_event_by_event ON integration_event (event_id)",
          "CREATE INDEX integration_event_by_tenant ON integration_event (tenant)",
          "CREATE INDEX integration_event_by_integration"
              + " ON integration_event (tenant, integration_id)",
          "CREATE INDEX integration_event_by_type ON integration_event (tenant, event_type)",
          "CREATE INDEX integration_event_by_owner ON integration_event (tenant, owner_id)"
              + " WHERE owner_id IS NOT NULL",
          "CREATE INDEX integration_event_by_status ON integration_event (tenant, status)"
              + " WHERE status <> 'SUCCESS'",
          "CREATE INDEX integration_event_by_failure"
              + " ON integration_event (tenant, integration_id, status)"
              + " WHERE status IN ('FAILED', 'CANCELLED')");

  private static final List<String> COMMUNICATION_LOGS =
      List.of(
          """
          CREATE TABLE communication_log (
            entry INTEGER PRIMARY KEY,
            tenant TEXT NOT NULL,
            exchange TEXT NOT NULL)\
          """);

  private static final List<String> SUBSCRIPTIONS =
      List.of(
          """
          CREATE TABLE subscription_view (
            entry INTEGER PRIMARY KEY,
            tenant TEXT NOT NULL,
            subscription_id TEXT NOT NULL,
            owner_id TEXT,
            version INTEGER NOT NULL,
            view TEXT NOT NULL)\
          """,
          "CREATE UNIQUE INDEX subscription_view_by_id ON subscription_view (subscription_id)",
          "CREATE INDEX subscription_view_by_owner ON subscription_view (tenant, owner_id)",
          "CREATE INDEX subscription_view_by_tenant ON subscription_view (tenant)");

  private static final List<String> DEAD_LETTERS =
      List.of(
          """
          CREATE TABLE dead_letter_view (
            entry INTEGER PRIMARY KEY,
            tenant TEXT NOT NULL,
            failure_id TEXT NOT NULL,
            integration_id TEXT NOT NULL,
            event_type TEXT NOT NULL,
            failed_at INTEGER NOT NULL,
            view TEXT NOT NULL)\
          """,
          "CREATE UNIQUE INDEX dead_letter_by_id ON dead_letter_view (failure_id)",
          "CREATE INDEX dead_letter_by_tenant ON dead_letter_view (tenant)",
          "CREATE INDEX dead_letter_by_integration ON dead_letter_view (tenant, integration_id)",
          "CREATE INDEX dead_letter_by_type ON dead_letter_view (tenant, event_type)");

  private static final List<String> REGISTRY =
      List.of(
          """
          CREATE TABLE registry (
            entry INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            tenant TEXT NOT NULL,
            parent TEXT,
            version INTEGER NOT NULL,
            view TEXT NOT NULL)\
          """,
          "CREATE UNIQUE INDEX registry_by_id ON registry (id)",
          "CREATE INDEX registry_by_tenant ON registry (tenant, kind)",
          "CREATE INDEX registry_by_parent ON registry (tenant, kind, parent)"
              + " WHERE parent IS NOT NULL");

  /** Data apart from its entry: lists of keys never read it, and purging it frees whole pages. */
  private static final List<String> EVENT_DATA =
      List.of(
          "CREATE TABLE source_event_data (entry INTEGER PRIMARY KEY, data TEXT NOT NULL)",
          "INSERT INTO source_event_data SELECT entry, data FROM source_event"
              + " WHERE data IS NOT NULL",
          "ALTER TABLE source_event DROP COLUMN data");

  /** Whose call a log keeps; a call that succeeded ended its delivery, so nobody asks for those. */
  private static final List<String> FAILED_CALLS =
      List.of(
          "CREATE INDEX integration_event_by_log ON integration_event (log_entry)"
              + " WHERE status = 'FAILED'");

  static final SqliteSchema SCHEMA =
      new SqliteSchema(
          "views",
          List.of(
              new SqliteMigration(1, "events log", EVENTS_LOG),
              new SqliteMigration(2, "full-text search", SEARCH),
              new SqliteMigration(3, "integration events", INTEGRATION_EVENTS),
              new SqliteMigration(4, "communication logs", COMMUNICATION_LOGS),
              new SqliteMigration(5, "subscriptions", SUBSCRIPTIONS),
              new SqliteMigration(6, "dead letters", DEAD_LETTERS),
              new SqliteMigration(7, "data of events apart from their entries", EVENT_DATA),
              new SqliteMigration(8, "failed attempts by their calls", FAILED_CALLS),
              new SqliteMigration(9, "registered things", REGISTRY)));

  private ViewSchema() {}
}
