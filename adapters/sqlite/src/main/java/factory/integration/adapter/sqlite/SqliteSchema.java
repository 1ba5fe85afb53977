package factory.integration.adapter.sqlite;

import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables of one part of the platform, with version numbers of their own, so that parts which
 * share a file grow independently.
 *
 * @param part names the part within its file
 * @param migrations in the order of their versions, without gaps, from 1
 */
public record SqliteSchema(String part, List<SqliteMigration> migrations) {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteSchema.class);

  private static final String CREATE_VERSIONS =
      "CREATE TABLE IF NOT EXISTS schema_version (part TEXT PRIMARY KEY, version INTEGER NOT NULL)"
          + " WITHOUT ROWID";

  public SqliteSchema {
    migrations = List.copyOf(migrations);
    for (int i = 0; i < migrations.size(); i++) {
      if (migrations.get(i).version() != i + 1) {
        throw new IllegalArgumentException(
            "migrations of '" + part + "' must be numbered 1, 2, 3 … in order");
      }
    }
  }

  /** Runs the steps that the file does not have yet, all of them or none. */
  void apply(SqliteSession session) throws SQLException {
    session.runOnce(CREATE_VERSIONS);
    int present = versionIn(session);
    if (present > migrations.size()) {
      throw new IllegalStateException(
          "the data directory was written by a newer version of the platform ('%s' is at %d, this"
                  .formatted(part, present)
              + " version knows %d); start that version".formatted(migrations.size()));
    }
    for (SqliteMigration migration : migrations.subList(present, migrations.size())) {
      LOG.info("schema {} {}: {}", part, migration.version(), migration.description());
      for (String statement : migration.statements()) {
        session.runOnce(statement);
      }
    }
    record(session);
  }

  private int versionIn(SqliteSession session) throws SQLException {
    return session
        .first("SELECT version FROM schema_version WHERE part = ?", row -> row.getInt(1), part)
        .orElse(0);
  }

  private void record(SqliteSession session) throws SQLException {
    session.update(
        "INSERT OR REPLACE INTO schema_version (part, version) VALUES (?, ?)",
        part,
        migrations.size());
  }
}
