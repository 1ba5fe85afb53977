package factory.integration.adapter.sqlite.event;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** An event made ready for its row on the caller's thread, so that the writer only inserts. */
record EventRow(
    EventMessage<?> message,
    @Nullable String aggregate,
    long sequence,
    int kind,
    long time,
    byte[] payload,
    byte[] metadata) {

  int bytes() {
    return payload.length + metadata.length;
  }

  /** Sets aggregate, sequence, kind, time, id, payload and metadata from the given index on. */
  void bind(PreparedStatement statement, int from) throws SQLException {
    statement.setString(from, aggregate);
    if (aggregate == null) {
      statement.setNull(from + 1, Types.INTEGER);
    } else {
      statement.setLong(from + 1, sequence);
    }
    statement.setInt(from + 2, kind);
    statement.setLong(from + 3, time);
    statement.setString(from + 4, message.getIdentifier());
    statement.setBytes(from + 5, payload);
    statement.setBytes(from + 6, metadata);
  }
}
