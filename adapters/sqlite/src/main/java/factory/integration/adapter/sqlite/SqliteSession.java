package factory.integration.adapter.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** One connection with its prepared statements; used by one thread at a time. */
public final class SqliteSession {

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  SqliteSession(Connection connection) {
    this.connection = connection;
  }

  /**
   * The statement for this SQL, prepared once per connection. Never close it; close its result
   * sets. Parameters keep the values of the last use until they are set again.
   */
  public PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }

  void run(String sql) throws SQLException {
    prepare(sql).execute();
  }

  /** Runs a statement that is used too rarely to be kept prepared. */
  void runOnce(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The numbers of a query's first row. */
  long[] numbers(String sql, int columns) throws SQLException {
    long[] values = new long[columns];
    try (ResultSet row = prepare(sql).executeQuery()) {
      if (row.next()) {
        for (int i = 0; i < columns; i++) {
          values[i] = row.getLong(i + 1);
        }
      }
    }
    return values;
  }

  void close() throws SQLException {
    connection.close();
  }
}
