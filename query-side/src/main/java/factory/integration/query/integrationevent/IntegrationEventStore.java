package factory.integration.query.integrationevent;

import factory.integration.api.delivery.WorkId;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.integrationevent.FindIntegrationEvents;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one document for each attempt. Writes may become visible later, together with the batch
 * they belong to; each of them repeated changes nothing. A delivery's status stands in its latest
 * attempt, and every document read carries it.
 */
public interface IntegrationEventStore {

  /** Adds an attempt, unless it is there; the attempts before it are not the latest any more. */
  void add(IntegrationEventDocument attempt);

  /**
   * Keeps what came of an attempt. One that tells of no call leaves what is known of a call that
   * was made, and takes back that no further attempt is made.
   */
  void complete(WorkId workId, int attempt, AttemptOutcome outcome);

  /** Keeps why no further attempt is made. */
  void deadLetter(WorkId workId, int attempt, FailureReason reason);

  /** Cancels the delivery; its latest attempt is cancelled too unless it was made already. */
  void cancel(WorkId workId, int attempt, String reason, Instant at);

  /** Forgets everything. */
  void clear();

  /** All attempts of a delivery, first to last; none when there is no such delivery. */
  List<IntegrationEventDocument> chain(TenantId tenant, WorkId workId);

  /** The latest attempt of each delivery of an event, newest first. */
  List<IntegrationEventDocument> latestOf(TenantId tenant, EventId eventId);

  /**
   * Attempts that meet every condition, newest first; with words: those of the newest event first.
   * No document says {@code processing}; who asks for that status finds the queued ones.
   *
   * @param words what the query's text asks for; absent when it sets no condition
   * @param page takes the place of the query's limit and cursor
   */
  Slice<IntegrationEventDocument> find(
      FindIntegrationEvents query, @Nullable List<String> words, PageRequest page);
}
