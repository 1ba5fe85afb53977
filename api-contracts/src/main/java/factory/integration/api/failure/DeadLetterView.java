package factory.integration.api.failure;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.WorkId;
import factory.integration.api.run.RunId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.SubscriptionId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Dead-lettered work: something for which no further attempt is made.
 *
 * @param deliveryId absent for a run
 * @param runId absent for a delivery
 * @param eventId absent for a run that somebody asked for
 * @param integrationId the subscription or connection, or the address of a dynamic event
 * @param subscriptionId absent for a dynamic event
 * @param attempts how many were made
 * @param detail one sentence about the last failure
 */
public record DeadLetterView(
    FailureId failureId,
    FailureSource source,
    @Nullable DeliveryId deliveryId,
    @Nullable RunId runId,
    @Nullable EventId eventId,
    EventType eventType,
    String integrationId,
    @Nullable SubscriptionId subscriptionId,
    @Nullable String ownerId,
    int attempts,
    FailureCategory category,
    FailureReason reason,
    String detail,
    Instant failedAt) {

  /** What failed: the delivery or the run. */
  public WorkId workId() {
    return deliveryId != null ? deliveryId : Objects.requireNonNull(runId);
  }
}
