package factory.integration.adapter.sqlite;

import java.util.List;

/**
 * One step of a schema's growth. A step that was released never changes; what comes later is a
 * further step.
 *
 * @param version counts from 1 within its schema
 * @param description what it brings, for the log
 * @param statements SQL to run in order
 */
public record SqliteMigration(int version, String description, List<String> statements) {

  public SqliteMigration {
    statements = List.copyOf(statements);
  }
}
