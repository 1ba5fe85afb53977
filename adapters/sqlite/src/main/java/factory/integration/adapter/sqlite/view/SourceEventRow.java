package factory.integration.adapter.sqlite.view;

import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.query.eventlog.SourceEventDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** An entry of the events log as a row, and back. */
final class SourceEventRow {

  private static final Json<Map<String, String>> HEADERS = new Json<>(new TypeReference<>() {});

  private SourceEventRow() {}

  /** In the order of the insert's columns. */
  static @Nullable Object[] values(SourceEventDocument entry) {
    return new @Nullable Object[] {
      entry.key(),
      entry.tenant(),
      entry.eventId().value(),
      entry.eventType().value(),
      entry.ownerId(),
      entry.idempotencyKey(),
      entry.receivedAt().toEpochMilli(),
      entry.occurredAt().toString(),
      entry.orderingKey(),
      entry.customHeaders().isEmpty() ? null : HEADERS.write(entry.customHeaders())
    };
  }

  /** In the order of the query's columns. */
  static SourceEventDocument read(ResultSet row) throws SQLException {
    String headers = row.getString(11);
    return new SourceEventDocument(
        row.getLong(1),
        row.getString(2),
        new EventId(row.getString(3)),
        new EventType(row.getString(4)),
        row.getString(12),
        row.getString(5),
        row.getString(6),
        row.getString(10),
        headers == null ? Map.of() : HEADERS.read(headers),
        Instant.parse(row.getString(9)),
        Instant.ofEpochMilli(row.getLong(7)),
        row.getBoolean(8));
  }
}
