package factory.integration.query.integrationevent;

import factory.integration.api.delivery.CallPlan;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.InboundWebhook;
import factory.integration.api.delivery.InboundWebhookDelivered;
import factory.integration.api.delivery.WorkId;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.inbound.InboundSourceId;
import factory.integration.api.integrationevent.DeliveryStatus;
import factory.integration.api.integrationevent.IntegrationEventId;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a delivery or a run.
 *
 * @param key its {@link factory.integration.query.TimelineKey}
 * @param current whether it is the latest
 * @param logKey where the communication logs keep the call; absent until there was one
 */
public record IntegrationEventDocument(
    long key,
    String tenant,
    WorkId workId,
    int attempt,
    String integrationId,
    @Nullable EventId eventId,
    EventType eventType,
    @Nullable String ownerId,
    IntegrationEventStatus status,
    DeliveryStatus deliveryStatus,
    boolean current,
    @Nullable FailureReason deadLetterReason,
    @Nullable FailureCategory failureCategory,
    @Nullable String statusReason,
    @Nullable Instant nextAttemptAt,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable Long logKey) {

  IntegrationEventId id() {
    return IntegrationEventId.of(workId, attempt);
  }

  /** An attempt that waits for its call. */
  static IntegrationEventDocument queued(
      long key, String tenant, WorkId work, int attempt, CallPlan plan, Instant at) {
    return of(
        key,
        tenant,
        work,
        attempt,
        plan,
        IntegrationEventStatus.QUEUED,
        DeliveryStatus.SCHEDULED,
        null,
        at);
  }

  /** A vendor's call, before its outcome. */
  static IntegrationEventDocument received(
      long key, String tenant, InboundWebhookDelivered event, Instant at) {
    InboundWebhook webhook = event.webhook();
    return new IntegrationEventDocument(
        key,
        tenant,
        event.deliveryId(),
        1,
        webhook.sourceId().value(),
        webhook.eventId(),
        webhook.eventType(),
        webhook.ownerId(),
        IntegrationEventStatus.SUCCESS,
        DeliveryStatus.SUCCESS,
        true,
        null,
        null,
        null,
        null,
        at,
        null,
        null,
        null);
  }

  /** Whether a vendor made the call: then its integration is an inbound source. */
  boolean isInbound() {
    return integrationId.startsWith(InboundSourceId.PREFIX);
  }

  /** A delivery or run that is never sent: one attempt, cancelled before it began. */
  static IntegrationEventDocument discarded(
      long key, String tenant, WorkId work, CallPlan plan, String reason, Instant at) {
    return of(
        key,
        tenant,
        work,
        1,
        plan,
        IntegrationEventStatus.CANCELLED,
        DeliveryStatus.DISCARDED,
        reason,
        at);
  }

  private static IntegrationEventDocument of(
      long key,
      String tenant,
      WorkId work,
      int attempt,
      CallPlan plan,
      IntegrationEventStatus status,
      DeliveryStatus deliveryStatus,
      @Nullable String statusReason,
      Instant at) {
    return new IntegrationEventDocument(
        key,
        tenant,
        work,
        attempt,
        plan.integrationId(),
        plan.eventId(),
        plan.eventType(),
        plan.ownerId(),
        status,
        deliveryStatus,
        true,
        null,
        null,
        statusReason,
        null,
        at,
        null,
        status == IntegrationEventStatus.QUEUED ? null : at,
        null);
  }
}
