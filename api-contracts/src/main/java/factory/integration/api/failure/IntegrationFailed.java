package factory.integration.api.failure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import factory.integration.api.credential.CredentialId;
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

/**
 * An operation, a delivery, a rotation or a probe failed; for a delivery: it was dead-lettered.
 *
 * @param deliveryId with the plan, where a delivery failed
 * @param rotation where a rotation failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntegrationFailed(
    FailureId failureId,
    FailureSource source,
    @Nullable DeliveryId deliveryId,
    @Nullable DeliveryPlan plan,
    int attempts,
    FailureCategory category,
    FailureReason reason,
    String detail,
    @Nullable FailedRotation rotation)
    implements PublishedEvent {

  /** A delivery that was given up. */
  public IntegrationFailed(
      FailureId failureId,
      FailureSource source,
      DeliveryId deliveryId,
      DeliveryPlan plan,
      int attempts,
      FailureCategory category,
      FailureReason reason,
      String detail) {
    this(failureId, source, deliveryId, plan, attempts, category, reason, detail, null);
  }

  @Override
  public Topic topic() {
    return switch (source) {
      case DELIVERY -> Topic.RUNS;
      case ROTATION -> Topic.CREDENTIALS;
    };
  }

  @Override
  public String groupId() {
    return deliveryId != null ? deliveryId.value() : failed().credentialId().value();
  }

  @Override
  public Object publishedPayload() {
    return plan != null ? published(plan) : published(failed());
  }

  private FailedRotation failed() {
    if (rotation == null) {
      throw new IllegalStateException(
          failureId + " says neither which delivery nor which rotation");
    }
    return rotation;
  }

  private Published published(DeliveryPlan delivery) {
    return new Published(
        failureId,
        source,
        deliveryId,
        delivery.eventId(),
        delivery.eventType(),
        delivery.subscriptionId(),
        delivery.ownerId(),
        null,
        null,
        attempts,
        category,
        reason,
        detail,
        reason == FailureReason.RETRIES_EXHAUSTED,
        true,
        null);
  }

  private Published published(FailedRotation failed) {
    return new Published(
        failureId,
        source,
        null,
        null,
        null,
        null,
        null,
        failed.credentialId(),
        failed.version(),
        attempts,
        category,
        reason,
        detail,
        failed.nextAttemptAt() != null,
        failed.nextAttemptAt() == null,
        failed.nextAttemptAt());
  }

  /**
   * Which rotation failed.
   *
   * @param version the one that was not made
   * @param nextAttemptAt absent when the rotation is given up
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FailedRotation(
      CredentialId credentialId, int version, @Nullable Instant nextAttemptAt) {}

  /**
   * What consumers see.
   *
   * @param version the credential's, which was not made
   * @param attempt the attempt that failed
   * @param retriable whether another attempt could help
   * @param isFinal whether no further attempt is made
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Published(
      FailureId failureId,
      FailureSource source,
      @Nullable DeliveryId deliveryId,
      @Nullable EventId sourceEventId,
      @Nullable EventType sourceEventType,
      @Nullable SubscriptionId subscriptionId,
      @Nullable String ownerId,
      @Nullable CredentialId credentialId,
      @Nullable Integer version,
      int attempt,
      FailureCategory category,
      FailureReason reason,
      String detail,
      boolean retriable,
      @JsonProperty("final") boolean isFinal,
      @Nullable Instant nextAttemptAt) {}
}
