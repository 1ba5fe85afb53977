package factory.integration.adapter.mongo.view;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.integrationevent.DeliveryStatus;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.integrationevent.WorkIds;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.query.integrationevent.AttemptOutcome;
import factory.integration.query.integrationevent.IntegrationEventDocument;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** An attempt as a document, and back; absent values take no place. */
final class IntegrationEventFields {

  static final String DELIVERY = "deliveryId";
  static final String DELIVERY_STATUS = "deliveryStatus";
  static final String NEXT_ATTEMPT_AT = "nextAttemptAt";
  static final String COMPLETED_AT = "completedAt";
  static final String DEAD_LETTER_REASON = "deadLetterReason";
  static final String LOG_ENTRY = "logEntry";

  private IntegrationEventFields() {}

  /** All fields of an attempt without outcome. */
  static Document of(IntegrationEventDocument attempt) {
    EventId eventId = attempt.eventId();
    return new Document(ViewQuery.ENTRY, attempt.key())
        .append(IntegrationEventQueries.TENANT, attempt.tenant())
        .append(DELIVERY, attempt.workId().value())
        .append("attempt", attempt.attempt())
        .append(IntegrationEventQueries.CURRENT, attempt.current())
        .append(IntegrationEventQueries.INTEGRATION, attempt.integrationId())
        .append(IntegrationEventQueries.EVENT, eventId == null ? null : eventId.value())
        .append(IntegrationEventQueries.TYPE, attempt.eventType().value())
        .append(IntegrationEventQueries.OWNER, attempt.ownerId())
        .append(IntegrationEventQueries.STATUS, attempt.status().name())
        .append(IntegrationEventQueries.UNSUCCESSFUL, unsuccessful(attempt.status()))
        .append(DELIVERY_STATUS, attempt.deliveryStatus().name())
        .append(IntegrationEventQueries.CREATED_AT, date(attempt.createdAt()))
        .append(COMPLETED_AT, date(attempt.completedAt()))
        .append("statusReason", attempt.statusReason());
  }

  /** The fields that the outcome of a call sets. */
  static Document of(AttemptOutcome outcome) {
    Document fields = statuses(outcome);
    fields.putAll(times(outcome));
    return fields.append(LOG_ENTRY, outcome.logKey());
  }

  /** The fields that an outcome sets which tells of no call. */
  static Document withoutCall(AttemptOutcome outcome) {
    return statuses(outcome).append(DEAD_LETTER_REASON, null);
  }

  static Document times(AttemptOutcome outcome) {
    return new Document("startedAt", date(outcome.startedAt()))
        .append(COMPLETED_AT, date(outcome.completedAt()));
  }

  private static Document statuses(AttemptOutcome outcome) {
    return new Document(IntegrationEventQueries.STATUS, outcome.status().name())
        .append(IntegrationEventQueries.UNSUCCESSFUL, unsuccessful(outcome.status()))
        .append(DELIVERY_STATUS, outcome.deliveryStatus().name())
        .append("failureCategory", name(outcome.failureCategory()))
        .append(NEXT_ATTEMPT_AT, date(outcome.nextAttemptAt()));
  }

  private static @Nullable String unsuccessful(IntegrationEventStatus status) {
    return status == IntegrationEventStatus.SUCCESS ? null : status.name();
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  static @Nullable Date date(@Nullable Instant time) {
    return time == null ? null : Date.from(time);
  }

  static IntegrationEventDocument read(Document document) {
    String eventId = document.getString(IntegrationEventQueries.EVENT);
    return new IntegrationEventDocument(
        document.getLong(ViewQuery.ENTRY),
        document.getString(IntegrationEventQueries.TENANT),
        WorkIds.parse(document.getString(DELIVERY)),
        document.getInteger("attempt"),
        document.getString(IntegrationEventQueries.INTEGRATION),
        eventId == null ? null : new EventId(eventId),
        new EventType(document.getString(IntegrationEventQueries.TYPE)),
        document.getString(IntegrationEventQueries.OWNER),
        IntegrationEventStatus.valueOf(document.getString(IntegrationEventQueries.STATUS)),
        DeliveryStatus.valueOf(document.getString(DELIVERY_STATUS)),
        document.getBoolean(IntegrationEventQueries.CURRENT),
        constant(FailureReason.class, document.getString(DEAD_LETTER_REASON)),
        constant(FailureCategory.class, document.getString("failureCategory")),
        document.getString("statusReason"),
        instant(document.getDate(NEXT_ATTEMPT_AT)),
        document.getDate(IntegrationEventQueries.CREATED_AT).toInstant(),
        instant(document.getDate("startedAt")),
        instant(document.getDate(COMPLETED_AT)),
        document.getLong(LOG_ENTRY));
  }

  private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
