package factory.integration.adapter.mongo.view;

import factory.integration.adapter.mongo.BulkWrites;
import factory.integration.adapter.mongo.DocumentWrite;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.api.delivery.WorkId;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.integrationevent.DeliveryStatus;
import factory.integration.api.integrationevent.FindIntegrationEvents;
import factory.integration.api.integrationevent.IntegrationEventId;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import factory.integration.query.integrationevent.AttemptOutcome;
import factory.integration.query.integrationevent.IntegrationEventDocument;
import factory.integration.query.integrationevent.IntegrationEventStore;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One document for each attempt, under the attempt's own id. What happens to an attempt within one
 * batch is written as one insert.
 */
final class MongoIntegrationEventStore implements IntegrationEventStore {

  private final IntegrationEvents attempts;
  private final MongoWrites writes;
  private final BulkWrites target;

  MongoIntegrationEventStore(IntegrationEvents attempts, MongoWrites writes) {
    this.attempts = attempts;
    this.writes = writes;
    this.target = new BulkWrites(attempts.documents());
  }

  @Override
  public void add(IntegrationEventDocument attempt) {
    WorkId delivery = attempt.workId();
    write(
        DocumentWrite.insert(id(delivery, attempt.attempt()), IntegrationEventFields.of(attempt)));
    if (attempt.attempt() > 1) {
      set(delivery, attempt.attempt() - 1, new Document(IntegrationEventQueries.CURRENT, false));
    }
  }

  @Override
  public void complete(WorkId workId, int attempt, AttemptOutcome outcome) {
    if (outcome.logKey() != null) {
      set(workId, attempt, IntegrationEventFields.of(outcome));
      return;
    }
    set(workId, attempt, IntegrationEventFields.withoutCall(outcome));
    Document untimed = new Document(IntegrationEventFields.COMPLETED_AT, null);
    Document times = IntegrationEventFields.times(outcome);
    write(DocumentWrite.updateIf(id(workId, attempt), untimed, times));
  }

  @Override
  public void deadLetter(WorkId workId, int attempt, FailureReason reason) {
    set(
        workId,
        attempt,
        new Document(IntegrationEventFields.DELIVERY_STATUS, DeliveryStatus.FAILED.name())
            .append(IntegrationEventFields.DEAD_LETTER_REASON, reason.name())
            .append(IntegrationEventFields.NEXT_ATTEMPT_AT, null));
  }

  @Override
  public void cancel(WorkId workId, int attempt, String reason, Instant at) {
    set(
        workId,
        attempt,
        new Document(IntegrationEventFields.DELIVERY_STATUS, DeliveryStatus.CANCELLED.name())
            .append("statusReason", reason)
            .append(IntegrationEventFields.NEXT_ATTEMPT_AT, null));
    String cancelled = IntegrationEventStatus.CANCELLED.name();
    Document waiting =
        new Document(IntegrationEventQueries.STATUS, IntegrationEventStatus.QUEUED.name());
    Document ended =
        new Document(IntegrationEventQueries.STATUS, cancelled)
            .append(IntegrationEventQueries.UNSUCCESSFUL, cancelled)
            .append(IntegrationEventFields.COMPLETED_AT, Date.from(at));
    write(DocumentWrite.updateIf(id(workId, attempt), waiting, ended));
  }

  private void set(WorkId workId, int attempt, Document fields) {
    write(DocumentWrite.update(id(workId, attempt), fields));
  }

  private void write(DocumentWrite write) {
    writes.write(target, write);
  }

  private static String id(WorkId workId, int attempt) {
    return IntegrationEventId.of(workId, attempt).value();
  }

  @Override
  public void clear() {
    attempts.documents().clear();
  }

  @Override
  public List<IntegrationEventDocument> chain(TenantId tenant, WorkId workId) {
    return attempts.list(IntegrationEventQueries.chain(tenant, workId));
  }

  @Override
  public List<IntegrationEventDocument> latestOf(TenantId tenant, EventId eventId) {
    return attempts.list(IntegrationEventQueries.latestOf(tenant, eventId));
  }

  @Override
  public Slice<IntegrationEventDocument> find(
      FindIntegrationEvents query, @Nullable List<String> words, PageRequest page) {
    if (words == null) {
      long before = page.after().entry();
      return Slice.of(
          attempts.list(IntegrationEventQueries.all(query, before, page.limit() + 1)),
          page.limit(),
          IntegrationEventDocument::key);
    }
    return words.isEmpty() ? Slice.empty() : attempts.matching(query, words, page);
  }
}
