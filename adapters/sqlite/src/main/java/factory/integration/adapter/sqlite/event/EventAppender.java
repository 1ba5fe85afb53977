package factory.integration.adapter.sqlite.event;

import factory.integration.adapter.sqlite.CommitListener;
import factory.integration.adapter.sqlite.SqliteErrors;
import factory.integration.adapter.sqlite.SqliteSession;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/** Inserts events and numbers them; lives on the writer's thread. */
final class EventAppender implements CommitListener {

  private static final String INSERT =
      "INSERT INTO event (position, aggregate, sequence, kind, time, id, payload, metadata)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String LAST = "SELECT coalesce(max(position), 0) FROM event";
  private static final long UNKNOWN = -1;

  private final EventTail tail;
  private long last = UNKNOWN;

  EventAppender(EventTail tail) {
    this.tail = tail;
  }

  /** A row that the unique key refused. */
  static final class RowRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient EventMessage<?> event;

    private RowRefused(EventMessage<?> event, SQLException cause) {
      super(cause.getMessage(), cause, false, false);
      this.event = event;
    }

    EventMessage<?> event() {
      return event;
    }
  }

  void append(SqliteSession session, List<EventRow> rows) throws SQLException {
    if (last == UNKNOWN) {
      last = lastPosition(session);
    }
    insert(session, rows);
    for (EventRow row : rows) {
      tail.stage(++last, row.message(), row.bytes());
    }
  }

  private void insert(SqliteSession session, List<EventRow> rows) throws SQLException {
    PreparedStatement insert = session.prepare(INSERT);
    long position = last;
    for (EventRow row : rows) {
      try {
        insert.setLong(1, ++position);
        row.bind(insert, 2);
        insert.executeUpdate();
      } catch (SQLException e) {
        if (SqliteErrors.isConstraint(e)) {
          throw new RowRefused(row.message(), e);
        }
        throw e;
      }
    }
  }

  static long lastPosition(SqliteSession session) throws SQLException {
    try (ResultSet row = session.prepare(LAST).executeQuery()) {
      return row.getLong(1);
    }
  }

  @Override
  public void committed() {
    tail.committed();
  }

  @Override
  public void rolledBack() {
    last = UNKNOWN;
    tail.rolledBack();
  }
}
