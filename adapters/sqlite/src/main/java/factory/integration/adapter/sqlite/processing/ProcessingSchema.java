package factory.integration.adapter.sqlite.processing;

import factory.integration.adapter.sqlite.SqliteMigration;
import factory.integration.adapter.sqlite.SqliteSchema;
import java.util.List;

/** Tables of tokens, sagas and dead letters; times count milliseconds since 1970. */
final class ProcessingSchema {

  private static final SqliteMigration TOKENS =
      new SqliteMigration(
          1,
          "tokens of event processors",
          List.of(
              """
              CREATE TABLE token (
                processor TEXT NOT NULL,
                segment INTEGER NOT NULL,
                token BLOB,
                token_type TEXT,
                owner TEXT,
                claimed_at INTEGER NOT NULL,
                PRIMARY KEY (processor, segment)) WITHOUT ROWID\
              """,
              "CREATE TABLE token_storage (id TEXT NOT NULL)"));

  private static final SqliteMigration SAGAS =
      new SqliteMigration(
          2,
          "sagas and what they are associated with",
          List.of(
              """
              CREATE TABLE saga (
                id TEXT PRIMARY KEY,
                type TEXT NOT NULL,
                revision TEXT,
                saga BLOB NOT NULL,
                associations TEXT NOT NULL) WITHOUT ROWID\
              """,
              """
              CREATE TABLE saga_association (
                value TEXT NOT NULL,
                key TEXT NOT NULL,
                saga_type TEXT NOT NULL,
                saga TEXT NOT NULL,
                PRIMARY KEY (value, key, saga_type, saga)) WITHOUT ROWID\
              """));

  private static final SqliteMigration DEAD_LETTERS =
      new SqliteMigration(
          3,
          "events that could not be handled",
          List.of(
              """
              CREATE TABLE dead_letter (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                processing_group TEXT NOT NULL,
                sequence TEXT NOT NULL,
                event_id TEXT NOT NULL,
                event_time TEXT NOT NULL,
                payload_type TEXT NOT NULL,
                payload_revision TEXT,
                payload BLOB NOT NULL,
                metadata BLOB NOT NULL,
                aggregate_type TEXT,
                aggregate TEXT,
                aggregate_sequence INTEGER,
                token_type TEXT,
                token BLOB,
                cause_type TEXT,
                cause_message TEXT,
                diagnostics BLOB NOT NULL,
                enqueued_at INTEGER NOT NULL,
                touched_at INTEGER NOT NULL)\
              """,
              "CREATE INDEX dead_letter_sequence ON dead_letter (processing_group, sequence)"));

  /**
   * The processor goes on from the earlier of both positions: handling an event twice is harmless.
   */
  private static final SqliteMigration OUTBOUND =
      new SqliteMigration(
          4,
          "one processor for routing and delivery",
          List.of(
              """
              UPDATE token SET (token, token_type) =
                  (SELECT token, token_type FROM token WHERE processor = 'routing')
                WHERE processor = 'delivery' AND token IS NOT NULL
                  AND EXISTS (SELECT 1 FROM token routing WHERE routing.processor = 'routing'
                    AND coalesce(json_extract(CAST(routing.token AS TEXT), '$.globalIndex'), 0)
                      < json_extract(CAST(token.token AS TEXT), '$.globalIndex'))\
              """,
              "DELETE FROM token WHERE processor = 'routing'"));

  static final SqliteSchema SCHEMA =
      new SqliteSchema("processing", List.of(TOKENS, SAGAS, DEAD_LETTERS, OUTBOUND));

  private ProcessingSchema() {}
}
