package factory.integration.adapter.sqlite.view;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.integrationevent.DeliveryStatus;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.integrationevent.WorkIds;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.query.integrationevent.IntegrationEventDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An attempt as a row, and back. */
final class IntegrationEventRow {

  /** A run that somebody asked for goes back to no event; the column takes no null. */
  private static final String NO_EVENT = "";

  private IntegrationEventRow() {}

  /** In the order of the insert's columns. */
  static @Nullable Object[] values(IntegrationEventDocument attempt) {
    EventId eventId = attempt.eventId();
    return new @Nullable Object[] {
      attempt.key(),
      attempt.tenant(),
      attempt.workId().value(),
      attempt.attempt(),
      attempt.current(),
      attempt.integrationId(),
      eventId == null ? NO_EVENT : eventId.value(),
      attempt.eventType().value(),
      attempt.ownerId(),
      attempt.status().name(),
      attempt.deliveryStatus().name(),
      attempt.createdAt().toEpochMilli(),
      millis(attempt.completedAt()),
      attempt.statusReason()
    };
  }

  static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }

  /** In the order of the query's columns. */
  static IntegrationEventDocument read(ResultSet row) throws SQLException {
    return new IntegrationEventDocument(
        row.getLong(1),
        row.getString(2),
        WorkIds.parse(row.getString(3)),
        row.getInt(4),
        row.getString(6),
        eventId(row.getString(7)),
        new EventType(row.getString(8)),
        row.getString(9),
        IntegrationEventStatus.valueOf(row.getString(10)),
        DeliveryStatus.valueOf(row.getString(11)),
        row.getBoolean(5),
        constant(FailureReason.class, row.getString(18)),
        constant(FailureCategory.class, row.getString(17)),
        row.getString(19),
        time(number(row, 16)),
        Instant.ofEpochMilli(row.getLong(12)),
        time(number(row, 13)),
        time(number(row, 14)),
        number(row, 15));
  }

  private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }

  private static @Nullable EventId eventId(String value) {
    return value.equals(NO_EVENT) ? null : new EventId(value);
  }

  private static @Nullable Instant time(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long number(ResultSet row, int column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }
}
