package factory.integration.api.failure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.messaging.PublishedEvent;
import factory.integration.api.messaging.Topic;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.SubscriptionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An operation, a delivery or a probe failed; for a delivery: it was dead-lettered. */
public record IntegrationFailed(
    FailureId failureId,
    FailureSource source,
    DeliveryId deliveryId,
    DeliveryPlan plan,
    int attempts,
    FailureCategory category,
    FailureReason reason,
    String detail)
    implements PublishedEvent {

  @Override
  public Topic topic() {
    return switch (source) {
      case DELIVERY -> Topic.RUNS;
    };
  }

  @Override
  public String groupId() {
    return deliveryId.value();
  }

  @Override
  public Object publishedPayload() {
    return new Published(
        failureId,
        source,
        deliveryId,
        plan.eventId(),
        plan.eventType(),
        plan.subscriptionId(),
        plan.ownerId(),
        attempts,
        category,
        reason,
        detail,
        reason == FailureReason.RETRIES_EXHAUSTED,
        true,
        null);
  }

  /**
   * What consumers of {@code factory.integration.runs} see.
   *
   * @param attempt the attempt that failed
   * @param retriable whether the fault was a passing one, so that another attempt could help
   * @param isFinal whether no further attempt is made
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Published(
      FailureId failureId,
      FailureSource source,
      DeliveryId deliveryId,
      EventId sourceEventId,
      EventType sourceEventType,
      @Nullable SubscriptionId subscriptionId,
      @Nullable String ownerId,
      int attempt,
      FailureCategory category,
      FailureReason reason,
      String detail,
      boolean retriable,
      @JsonProperty("final") boolean isFinal,
      @Nullable Instant nextAttemptAt) {}
}
