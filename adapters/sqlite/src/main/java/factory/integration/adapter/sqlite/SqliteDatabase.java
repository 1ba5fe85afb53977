package factory.integration.adapter.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/**
 * One SQLite file: a single thread writes and commits all waiting writes together, any thread
 * reads. Faults of the disk or the file surface as {@link
 * factory.integration.api.messaging.StoreUnavailable}, refused statements as {@link SqliteFailure}.
 */
public final class SqliteDatabase implements AutoCloseable {

  /**
   * Changes rows; runs on the writer's thread, so it must be short and must not call this database.
   */
  @FunctionalInterface
  public interface Write {
    void apply(SqliteSession session) throws SQLException;
  }

  /** Changes rows and tells what came of it; same rules as for a {@link Write}. */
  @FunctionalInterface
  public interface Change<T> {
    T apply(SqliteSession session) throws SQLException;
  }

  /** Reads in the caller's thread; result sets must be closed before it returns. */
  @FunctionalInterface
  public interface Read<T> {
    T apply(SqliteSession session) throws SQLException;
  }

  private final GroupWriter writer;
  private final ReadPool readers;
  private final ThreadLocal<@Nullable OpenTransaction> transaction = new ThreadLocal<>();

  private SqliteDatabase(SqliteConnector connector) {
    this.writer = new GroupWriter(connector);
    this.readers = new ReadPool(connector);
  }

  /** Opens or creates a file each of whose commits is on disk before it is acknowledged. */
  public static SqliteDatabase openDurable(Path file, SqliteSchema... schemas) {
    return open(new SqliteConnector(file, true), schemas);
  }

  /**
   * Opens or creates a file that after a power cut may have lost its latest commits, yet none of
   * those made by {@link #writeDurably} and nothing that was committed before one of those.
   */
  public static SqliteDatabase openDerivable(Path file, SqliteSchema... schemas) {
    return open(new SqliteConnector(file, false), schemas);
  }

  private static SqliteDatabase open(SqliteConnector connector, SqliteSchema... schemas) {
    SqliteDatabase database = new SqliteDatabase(connector);
    database.writer.start();
    try {
      for (SqliteSchema schema : schemas) {
        database.add(schema);
      }
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Creates or migrates the tables of one part. */
  public void add(SqliteSchema schema) {
    writeDurably(schema::apply);
  }

  /**
   * Joins the calling thread's transaction if one is open, else commits at once, together with what
   * others wait for, and returns when that is done.
   */
  public void write(Write write) {
    OpenTransaction open = transaction.get();
    if (open != null) {
      open.add(write);
    } else {
      submit(List.of(write), false);
    }
  }

  /** As {@link #write}, but never joins, and the write is on disk when it returns. */
  public void writeDurably(Write write) {
    submit(List.of(write), true);
  }

  /** Commits at once, never joining a transaction, and answers what the change answered. */
  public <T> T change(Change<T> change) {
    AtomicReference<T> answer = new AtomicReference<>();
    submit(List.of(session -> answer.set(change.apply(session))), false);
    return answer.get();
  }

  /** Runs the query on a connection of the pool; sees committed rows only. */
  public <T> T read(Read<T> read) {
    return readers.read(read);
  }

  /** All rows of a query. */
  public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) {
    return read(session -> session.list(sql, reader, values));
  }

  /** The first row of a query, if there is one. */
  public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values) {
    return read(session -> session.first(sql, reader, values));
  }

  /** Hears of every group that is committed from now on; there is one listener at most. */
  public void listen(CommitListener listener) {
    writer.listen(listener);
  }

  /** Finishes what waits, then closes the file; later calls fail. */
  @Override
  public void close() {
    readers.close();
    writer.close();
  }

  /**
   * Runs the action when the calling thread's transaction has ended, with or without success; at
   * once when none is open.
   */
  public void afterwards(Runnable action) {
    OpenTransaction open = transaction.get();
    if (open != null) {
      open.addAfterwards(action);
    } else {
      action.run();
    }
  }

  /** Opens and ends transactions of the calling thread, which {@link #write} joins. */
  public TransactionManager transactions() {
    return new SqliteTransactionManager(this);
  }

  @Nullable OpenTransaction openTransaction() {
    return transaction.get();
  }

  void begin() {
    transaction.set(new OpenTransaction());
  }

  void commit() {
    end(true);
  }

  void rollback() {
    end(false);
  }

  private void end(boolean commit) {
    OpenTransaction open = transaction.get();
    transaction.remove();
    if (open == null) {
      return;
    }
    try {
      if (commit && open.size() > 0) {
        submit(open.writes(), false);
      }
    } finally {
      open.runAfterwards();
    }
  }

  private void submit(List<Write> writes, boolean durable) {
    writer.write(new WriteUnit(writes, durable));
  }
}
