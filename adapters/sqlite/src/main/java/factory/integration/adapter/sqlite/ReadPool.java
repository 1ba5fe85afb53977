package factory.integration.adapter.sqlite;

import factory.integration.adapter.sqlite.SqliteDatabase.Read;
import factory.integration.api.messaging.StoreUnavailable;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections that only read, as many as are used at a time. */
final class ReadPool {

  private static final Logger LOG = LoggerFactory.getLogger(ReadPool.class);

  private static final int MAX_CONNECTIONS = 16;

  private final SqliteConnector connector;
  private final Semaphore permits = new Semaphore(MAX_CONNECTIONS);
  private final Deque<SqliteSession> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  ReadPool(SqliteConnector connector) {
    this.connector = connector;
  }

  <T> T read(Read<T> read) {
    permits.acquireUninterruptibly();
    try {
      return readWith(read);
    } catch (SQLException e) {
      throw SqliteErrors.translate(connector, e);
    } finally {
      permits.release();
    }
  }

  private <T> T readWith(Read<T> read) throws SQLException {
    if (closed) {
      throw new StoreUnavailable("the store is closed");
    }
    SqliteSession session = idle.pollFirst();
    if (session == null) {
      session = connector.openReader();
    }
    boolean usable = true;
    try {
      return read.apply(session);
    } catch (SQLException e) {
      usable = false;
      throw e;
    } finally {
      giveBack(session, usable);
    }
  }

  private void giveBack(SqliteSession session, boolean usable) {
    if (usable) {
      idle.addFirst(session);
    }
    if (!usable) {
      close(session);
    }
    if (closed) {
      close();
    }
  }

  void close() {
    closed = true;
    for (SqliteSession session = idle.poll(); session != null; session = idle.poll()) {
      close(session);
    }
  }

  private void close(SqliteSession session) {
    try {
      session.close();
    } catch (SQLException e) {
      LOG.debug("could not close a connection to {}: {}", connector.file(), e.getMessage());
    }
  }
}
