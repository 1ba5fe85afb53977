package factory.integration.adapter.sqlite;

import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the write-ahead log into the file without making the writer wait: a thread of its own
 * copies the bulk while writing goes on; the writer itself copies only what came meanwhile, after
 * which the log starts over.
 */
final class Checkpointer {

  private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);

  private static final long LOG_PAGES = 4_000;
  private static final long ENDANGERED_LOG_PAGES = 40 * LOG_PAGES;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private enum State {
    WATCHING,
    COPYING,
    COPIED
  }

  private final SqliteConnector connector;
  private final Runnable wakeWriter;
  private final ExecutorService copier;
  private volatile State state = State.WATCHING;
  private long lookedAt = System.nanoTime();
  private long pagesBefore;

  Checkpointer(SqliteConnector connector, Runnable wakeWriter) {
    this.connector = connector;
    this.wakeWriter = wakeWriter;
    this.copier =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform()
                .name("sqlite-checkpoint-" + connector.file().getFileName())
                .factory());
  }

  /** Called by the writer between transactions. */
  void afterCommit(SqliteSession writer) {
    try {
      switch (state) {
        case WATCHING -> look(writer);
        case COPYING -> {}
        case COPIED -> finish(writer);
      }
    } catch (SQLException e) {
      LOG.warn("checkpoint of {} failed, will try again: {}", connector.file(), e.getMessage());
      state = State.WATCHING;
    }
  }

  private void look(SqliteSession writer) throws SQLException {
    if (System.nanoTime() - lookedAt < LOOK_NANOS) {
      return;
    }
    lookedAt = System.nanoTime();
    long pages = checkpoint(writer, "NOOP");
    pagesBefore = Math.min(pagesBefore, pages);
    if (pages >= pagesBefore + LOG_PAGES) {
      state = State.COPYING;
      copier.execute(this::copy);
    }
  }

  private void copy() {
    try {
      SqliteSession session = connector.openCheckpointer();
      checkpoint(session, "PASSIVE");
      session.close();
    } catch (SQLException e) {
      LOG.warn("checkpoint of {} failed, will try again: {}", connector.file(), e.getMessage());
    }
    state = State.COPIED;
    wakeWriter.run();
  }

  /**
   * Readers can keep the log from starting over; only when it grows too long do we wait for them.
   */
  private void finish(SqliteSession writer) throws SQLException {
    String mode = pagesBefore > ENDANGERED_LOG_PAGES ? "RESTART" : "PASSIVE";
    pagesBefore = checkpoint(writer, mode);
    state = State.WATCHING;
  }

  /** Answers how many pages the log has. */
  private static long checkpoint(SqliteSession session, String mode) throws SQLException {
    String pragma = "PRAGMA wal_checkpoint(" + mode + ")";
    return session.first(pragma, row -> row.getLong(2)).orElse(0L);
  }

  void close() {
    copier.close();
  }
}
