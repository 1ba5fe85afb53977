package factory.integration.adapter.sqlite;

import factory.integration.api.messaging.StoreUnavailable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes to a file: takes all waiting units, commits them together, then
 * answers. It survives every failure; after an outage it opens the file again with the next group.
 */
final class GroupWriter {

  private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);

  private static final int MAX_UNITS = 512;

  private final SqliteConnector connector;
  private final Checkpointer checkpointer;
  private final OutageLog outages;
  private final BlockingQueue<WriteUnit> waiting = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile @Nullable CommitListener listener;
  private volatile boolean closing;
  private @Nullable WriterConnection connection;

  GroupWriter(SqliteConnector connector) {
    this.connector = connector;
    this.outages = new OutageLog(connector.file());
    this.checkpointer = new Checkpointer(connector, this::wake);
    this.thread =
        Thread.ofPlatform()
            .name("sqlite-writer-" + connector.file().getFileName())
            .unstarted(this::work);
  }

  void start() {
    thread.start();
  }

  void listen(CommitListener added) {
    listener = added;
  }

  /** Commits the unit with whatever else waits; returns when it is done. */
  void write(WriteUnit unit) {
    waiting.add(unit);
    if (closing && waiting.remove(unit)) {
      throw new StoreUnavailable("the store is closed");
    }
    unit.await();
  }

  /** Finishes what waits, then closes the file. */
  void close() {
    closing = true;
    wake();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void wake() {
    waiting.add(new WriteUnit(List.of(), false));
  }

  private void work() {
    List<WriteUnit> group = new ArrayList<>(MAX_UNITS);
    while (!closing || !waiting.isEmpty()) {
      try {
        group.add(waiting.take());
        waiting.drainTo(group, MAX_UNITS - 1);
        commit(group);
      } catch (InterruptedException e) {
        LOG.debug("ignored an interrupt: only close() ends the writer");
      }
      group.clear();
    }
    checkpointer.close();
    disconnect();
  }

  private void commit(List<WriteUnit> group) {
    try {
      WriterConnection writer = connect();
      writer.commit(group);
      outages.success();
      tell(true);
      group.forEach(WriteUnit::complete);
      writer.afterCommit(checkpointer);
    } catch (SQLException | RuntimeException | Error e) {
      abandon(group, e);
    }
  }

  private void abandon(List<WriteUnit> group, Throwable failure) {
    outages.failure(failure);
    if (connection != null && !connection.isUsableAfter(failure)) {
      disconnect();
    }
    tell(false);
    RuntimeException reason = SqliteErrors.translate(connector, failure);
    group.forEach(unit -> unit.fail(reason));
  }

  private void tell(boolean committed) {
    CommitListener told = listener;
    if (told != null && committed) {
      told.committed();
    } else if (told != null) {
      told.rolledBack();
    }
  }

  private WriterConnection connect() throws SQLException {
    WriterConnection open = connection;
    if (open == null) {
      open = new WriterConnection(connector);
      connection = open;
    }
    return open;
  }

  private void disconnect() {
    WriterConnection open = connection;
    connection = null;
    if (open != null) {
      open.close();
    }
  }
}
