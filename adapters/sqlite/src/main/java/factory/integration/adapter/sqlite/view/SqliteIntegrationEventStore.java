package factory.integration.adapter.sqlite.view;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.SqliteSession;
import factory.integration.api.delivery.WorkId;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.integrationevent.FindIntegrationEvents;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import factory.integration.query.integrationevent.AttemptOutcome;
import factory.integration.query.integrationevent.IntegrationEventDocument;
import factory.integration.query.integrationevent.IntegrationEventStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One narrow row for each attempt: one insert, one update, and indexes for every condition. */
final class SqliteIntegrationEventStore implements IntegrationEventStore {

  private static final String INSERT =
      "INSERT INTO integration_event (entry, tenant, delivery_id, attempt, is_current,"
          + " integration_id, event_id, event_type, owner_id, status, delivery_status, created_at,"
          + " completed_at, status_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  private static final String SUPERSEDE =
      "UPDATE integration_event SET is_current = 0 WHERE delivery_id = ? AND attempt < ?";
  private static final String COMPLETE =
      "UPDATE integration_event SET status = ?, delivery_status = ?, failure_category = ?,"
          + " next_attempt_at = ?, started_at = ?, completed_at = ?, log_entry = ?"
          + " WHERE delivery_id = ? AND attempt = ?";
  private static final String COMPLETE_WITHOUT_CALL =
      "UPDATE integration_event SET status = ?, delivery_status = ?, failure_category = ?,"
          + " next_attempt_at = ?, started_at = coalesce(started_at, ?),"
          + " completed_at = coalesce(completed_at, ?), log_entry = coalesce(?, log_entry),"
          + " dead_letter_reason = NULL WHERE delivery_id = ? AND attempt = ?";
  private static final String DEAD_LETTER =
      "UPDATE integration_event SET delivery_status = 'FAILED', dead_letter_reason = ?,"
          + " next_attempt_at = NULL WHERE delivery_id = ? AND attempt = ?";
  private static final String CANCEL =
      "UPDATE integration_event SET delivery_status = 'CANCELLED', status_reason = ?,"
          + " next_attempt_at = NULL,"
          + " completed_at = CASE status WHEN 'QUEUED' THEN ? ELSE completed_at END,"
          + " status = CASE status WHEN 'QUEUED' THEN 'CANCELLED' ELSE status END"
          + " WHERE delivery_id = ? AND attempt = ?";

  private final SqliteDatabase database;

  SqliteIntegrationEventStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void add(IntegrationEventDocument attempt) {
    @Nullable Object[] row = IntegrationEventRow.values(attempt);
    database.write(session -> session.update(INSERT, row));
    if (attempt.attempt() > 1) {
      String workId = attempt.workId().value();
      database.write(session -> session.update(SUPERSEDE, workId, attempt.attempt()));
    }
  }

  @Override
  public void complete(WorkId workId, int attempt, AttemptOutcome outcome) {
    @Nullable Object[] row = {
      outcome.status().name(),
      outcome.deliveryStatus().name(),
      outcome.failureCategory() == null ? null : outcome.failureCategory().name(),
      IntegrationEventRow.millis(outcome.nextAttemptAt()),
      outcome.startedAt().toEpochMilli(),
      outcome.completedAt().toEpochMilli(),
      outcome.logKey(),
      workId.value(),
      attempt
    };
    String sql = outcome.logKey() == null ? COMPLETE_WITHOUT_CALL : COMPLETE;
    database.write(session -> session.update(sql, row));
  }

  @Override
  public void deadLetter(WorkId workId, int attempt, FailureReason reason) {
    database.write(session -> session.update(DEAD_LETTER, reason.name(), workId.value(), attempt));
  }

  @Override
  public void cancel(WorkId workId, int attempt, String reason, Instant at) {
    database.write(
        session -> session.update(CANCEL, reason, at.toEpochMilli(), workId.value(), attempt));
  }

  @Override
  public void clear() {
    database.write(session -> session.update("DELETE FROM integration_event"));
  }

  @Override
  public List<IntegrationEventDocument> chain(TenantId tenant, WorkId workId) {
    return list(IntegrationEventQueries.CHAIN, workId.value(), tenant);
  }

  @Override
  public List<IntegrationEventDocument> latestOf(TenantId tenant, EventId eventId) {
    return list(IntegrationEventQueries.LATEST_OF_EVENT, eventId.value(), tenant);
  }

  private List<IntegrationEventDocument> list(String sql, String id, TenantId tenant) {
    return database.read(
        session -> session.list(sql, IntegrationEventRow::read, id, tenant.value()));
  }

  @Override
  public Slice<IntegrationEventDocument> find(
      FindIntegrationEvents query, @Nullable List<String> words, PageRequest page) {
    if (words == null) {
      return database.read(session -> newest(session, query, page));
    }
    return words.isEmpty()
        ? Slice.empty()
        : database.read(session -> matching(session, query, words, page));
  }

  private static Slice<IntegrationEventDocument> newest(
      SqliteSession session, FindIntegrationEvents query, PageRequest page) throws SQLException {
    List<IntegrationEventDocument> found =
        IntegrationEventQueries.all(query)
            .newest(session, IntegrationEventRow::read, page.after().entry(), page.limit() + 1);
    return Slice.of(found, page.limit(), IntegrationEventDocument::key);
  }

  private static Slice<IntegrationEventDocument> matching(
      SqliteSession session, FindIntegrationEvents query, List<String> words, PageRequest page)
      throws SQLException {
    return new TextMatches<>(page, IntegrationEventDocument::key)
        .find(
            session,
            query.tenant(),
            words,
            (event, before, limit) ->
                IntegrationEventQueries.ofEvent(query, event)
                    .newest(session, IntegrationEventRow::read, before, limit));
  }
}
