package factory.integration.query.integrationevent;

import factory.integration.api.delivery.CallPlan;
import factory.integration.api.delivery.WorkId;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.integrationevent.FindIntegrationEvents;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.query.Feed;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers the distinct writes; what they do to a document is in the stores' contract. */
public final class InMemoryAttempts implements IntegrationEventStore {

  record Completed(WorkId deliveryId, int attempt, AttemptOutcome outcome) {}

  record DeadLettered(WorkId deliveryId, int attempt, FailureReason reason) {}

  record Cancelled(WorkId deliveryId, int attempt, String reason, Instant at) {}

  final Set<Object> writes = new LinkedHashSet<>();
  private @Nullable FindIntegrationEvents lastQuery;
  final List<IntegrationEventDocument> stored = new ArrayList<>();

  @Override
  public void add(IntegrationEventDocument attempt) {
    writes.add(attempt);
  }

  @Override
  public void complete(WorkId deliveryId, int attempt, AttemptOutcome outcome) {
    writes.add(new Completed(deliveryId, attempt, outcome));
  }

  @Override
  public void deadLetter(WorkId deliveryId, int attempt, FailureReason reason) {
    writes.add(new DeadLettered(deliveryId, attempt, reason));
  }

  @Override
  public void cancel(WorkId deliveryId, int attempt, String reason, Instant at) {
    writes.add(new Cancelled(deliveryId, attempt, reason, at));
  }

  @Override
  public void clear() {
    writes.clear();
  }

  @Override
  public List<IntegrationEventDocument> chain(TenantId tenant, WorkId deliveryId) {
    return stored.stream()
        .filter(attempt -> attempt.tenant().equals(tenant.value()))
        .filter(attempt -> attempt.workId().equals(deliveryId))
        .toList();
  }

  @Override
  public List<IntegrationEventDocument> latestOf(TenantId tenant, EventId eventId) {
    return stored.stream().filter(IntegrationEventDocument::current).toList();
  }

  @Override
  public Slice<IntegrationEventDocument> find(
      FindIntegrationEvents query, @Nullable List<String> words, PageRequest page) {
    lastQuery = query;
    return new Slice<>(stored, null);
  }

  /** Lets an attempt be found. */
  public void found(long key, WorkId work, CallPlan plan) {
    stored.add(IntegrationEventDocument.queued(key, Feed.TENANT, work, 1, plan, Feed.NOON));
  }

  /** What was looked for last. */
  public @Nullable FindIntegrationEvents lastQuery() {
    return lastQuery;
  }
}
