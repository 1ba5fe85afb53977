package factory.integration.adapter.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /** Runs a statement that answers no rows; answers how many it changed. */
  public int update(String sql, @Nullable Object... values) throws SQLException {
    return bind(sql, values).executeUpdate();
  }

  /** All rows of a query, or of a statement with {@code RETURNING}. */
  public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    List<T> read = new ArrayList<>();
    try (ResultSet row = bind(sql, values).executeQuery()) {
      while (row.next()) {
        read.add(reader.read(row));
      }
    }
    return read;
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    List<T> read = list(sql, reader, values);
    return read.isEmpty() ? Optional.empty() : Optional.of(read.getFirst());
  }

  private PreparedStatement bind(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepare(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** The driver closes a statement that failed gravely; all are prepared anew after this. */
  void forgetStatements() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    statements.clear();
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

  void close() throws SQLException {
    connection.close();
  }
}
