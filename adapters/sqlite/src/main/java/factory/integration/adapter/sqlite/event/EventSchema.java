package factory.integration.adapter.sqlite.event;

import factory.integration.adapter.sqlite.SqliteMigration;
import factory.integration.adapter.sqlite.SqliteSchema;
import java.util.List;

/** Tables of the event store. */
final class EventSchema {

  /**
   * {@code time} counts nanoseconds since 1970; {@code kind} stands for aggregate type, payload
   * type and revision, so that a row repeats no class names.
   */
  static final SqliteSchema SCHEMA =
      new SqliteSchema(
          "events",
          List.of(
              new SqliteMigration(
                  1,
                  "events, their kinds and snapshots",
                  List.of(
                      """
                      CREATE TABLE event_kind (
                        kind INTEGER PRIMARY KEY,
                        aggregate_type TEXT,
                        payload_type TEXT NOT NULL,
                        revision TEXT)\
                      """,
                      """
                      CREATE TABLE event (
                        position INTEGER PRIMARY KEY,
                        aggregate TEXT,
                        sequence INTEGER,
                        kind INTEGER NOT NULL,
                        time INTEGER NOT NULL,
                        id TEXT NOT NULL,
                        payload BLOB NOT NULL,
                        metadata BLOB NOT NULL)\
                      """,
                      "CREATE UNIQUE INDEX event_by_aggregate ON event (aggregate, sequence)",
                      """
                      CREATE TABLE snapshot (
                        aggregate TEXT PRIMARY KEY,
                        sequence INTEGER NOT NULL,
                        kind INTEGER NOT NULL,
                        time INTEGER NOT NULL,
                        id TEXT NOT NULL,
                        payload BLOB NOT NULL,
                        metadata BLOB NOT NULL) WITHOUT ROWID\
                      """))));

  private EventSchema() {}
}
