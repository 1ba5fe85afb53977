package factory.integration.adapter.sqlite;

import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection that writes, used by the writer's thread alone. */
final class WriterConnection {

  private static final Logger LOG = LoggerFactory.getLogger(WriterConnection.class);

  private final SqliteConnector connector;
  private final SqliteSession session;

  WriterConnection(SqliteConnector connector) throws SQLException {
    this.connector = connector;
    this.session = connector.openWriter();
  }

  /** Runs the units in one transaction; one that fails is marked and leaves nothing behind. */
  void commit(List<WriteUnit> group) throws SQLException {
    boolean syncNow = !connector.synced() && group.stream().anyMatch(WriteUnit::isDurable);
    if (syncNow) {
      session.run("PRAGMA synchronous = FULL");
    }
    session.run("BEGIN IMMEDIATE");
    if (group.size() == 1) {
      applyAlone(group.getFirst());
    } else {
      applyTogether(group);
    }
    if (syncNow) {
      session.run("PRAGMA synchronous = NORMAL");
    }
  }

  private void applyAlone(WriteUnit unit) throws SQLException {
    if (applies(unit)) {
      session.run("COMMIT");
    } else {
      session.run("ROLLBACK");
    }
  }

  private void applyTogether(List<WriteUnit> group) throws SQLException {
    for (WriteUnit unit : group) {
      session.run("SAVEPOINT unit");
      if (!applies(unit)) {
        session.run("ROLLBACK TO unit");
      }
      session.run("RELEASE unit");
    }
    session.run("COMMIT");
  }

  /** False when this unit alone was refused; throws when the store failed. */
  private boolean applies(WriteUnit unit) throws SQLException {
    try {
      unit.apply(session);
      return true;
    } catch (SQLException | RuntimeException e) {
      if (SqliteErrors.isOutage(e)) {
        throw e;
      }
      if (!SqliteErrors.isConstraint(e)) {
        session.forgetStatements();
      }
      unit.refuse(SqliteErrors.translate(connector, e));
      return false;
    }
  }

  void afterCommit(Checkpointer checkpointer) {
    checkpointer.afterCommit(session);
  }

  /** Undoes what is open; false when the connection must be opened anew. */
  boolean isUsableAfter(Throwable failure) {
    try {
      session.forgetStatements();
      session.runOnce("ROLLBACK");
    } catch (SQLException e) {
      LOG.debug("nothing left to roll back: {}", e.getMessage());
    }
    return failure instanceof SQLException sql && SqliteErrors.isDiskFull(sql);
  }

  void close() {
    try {
      session.close();
    } catch (SQLException e) {
      LOG.warn("could not close {} cleanly: {}", connector.file(), e.getMessage());
    }
  }
}
