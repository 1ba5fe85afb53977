package factory.integration.api.failure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.connection.ProbeFailure;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.messaging.PublishedEvent;
import factory.integration.api.messaging.Topic;
import factory.integration.api.provider.ProviderId;
import factory.integration.api.run.RunFailure;
import factory.integration.api.run.RunId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.SubscriptionId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An operation, a delivery, a rotation or a probe failed; for a delivery: it was dead-lettered.
 *
 * @param deliveryId of a delivery only, as is its plan
 * @param attempts how many were made
 * @param reason why it failed for good; absent for a run that is tried again
 * @param rotation of a credential's rotation only
 * @param run of a run only
 * @param probe of a connection's health only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntegrationFailed(
    FailureId failureId,
    FailureSource source,
    @Nullable DeliveryId deliveryId,
    @Nullable DeliveryPlan plan,
    int attempts,
    FailureCategory category,
    @Nullable FailureReason reason,
    String detail,
    @Nullable FailedRotation rotation,
    @Nullable RunFailure run,
    @Nullable ProbeFailure probe)
    implements PublishedEvent {

  /** A delivery was dead-lettered. */
  public IntegrationFailed(
      FailureId failureId,
      FailureSource source,
      DeliveryId deliveryId,
      DeliveryPlan plan,
      int attempts,
      FailureCategory category,
      FailureReason reason,
      String detail) {
    this(failureId, source, deliveryId, plan, attempts, category, reason, detail, null, null, null);
  }

  /** An attempt of a rotation failed. */
  public static IntegrationFailed ofRotation(
      FailureId failureId,
      int attempts,
      FailureCategory category,
      FailureReason reason,
      String detail,
      FailedRotation rotation) {
    return new IntegrationFailed(
        failureId,
        FailureSource.ROTATION,
        null,
        null,
        attempts,
        category,
        reason,
        detail,
        rotation,
        null,
        null);
  }

  /** An attempt of a run failed. */
  public static IntegrationFailed ofRun(
      RunFailure run, FailureCategory category, @Nullable FailureReason reason, String detail) {
    return new IntegrationFailed(
        FailureId.of(run.runId().uniquePart() + "-" + run.attempt()),
        FailureSource.RUN,
        null,
        null,
        run.attempt(),
        category,
        reason,
        detail,
        null,
        run,
        null);
  }

  /** A connection lost its health. */
  public static IntegrationFailed ofProbe(
      FailureId failureId, ProbeFailure probe, FailureCategory category, String detail) {
    return new IntegrationFailed(
        failureId,
        FailureSource.PROBE,
        null,
        null,
        1,
        category,
        FailureReason.HEALTH_LOST,
        detail,
        null,
        null,
        probe);
  }

  /** The run whose attempt failed; absent where something else did. */
  public @Nullable RunId runId() {
    return run == null ? null : run.runId();
  }

  /** Whether no further attempt is made by itself. */
  public boolean endsRetries() {
    return nextAttemptAt() == null;
  }

  @Override
  public Topic topic() {
    return switch (source) {
      case DELIVERY, RUN, PROBE -> Topic.RUNS;
      case ROTATION -> Topic.CREDENTIALS;
    };
  }

  @Override
  public String groupId() {
    return switch (source) {
      case DELIVERY -> String.valueOf(deliveryId);
      case RUN -> Objects.requireNonNull(run).runId().value();
      case PROBE -> Objects.requireNonNull(probe).connectionId().value();
      case ROTATION -> Objects.requireNonNull(rotation).credentialId().value();
    };
  }

  @Override
  public Object publishedPayload() {
    return new Published(
        failureId,
        source,
        deliveryId,
        runId(),
        connectionId(),
        providerId(),
        run == null ? null : run.plan().operation(),
        sourceEventId(),
        sourceEventType(),
        plan == null ? null : plan.subscriptionId(),
        plan == null ? null : plan.ownerId(),
        rotation == null ? null : rotation.credentialId(),
        rotation == null ? null : rotation.version(),
        attempts,
        category,
        reason,
        detail,
        isRetriable(),
        endsRetries(),
        nextAttemptAt());
  }

  /** Whether the fault may pass, so that another attempt could help. */
  private boolean isRetriable() {
    return switch (reason) {
      case null -> true;
      case RETRIES_EXHAUSTED, RETRIES_FORBIDDEN, HEALTH_LOST -> true;
      case CREDENTIAL_NOT_OBTAINED, CREDENTIAL_REFUSED -> nextAttemptAt() != null;
      case FATAL_RESPONSE, ENDPOINT_GONE, OUTCOME_UNKNOWN -> false;
    };
  }

  private @Nullable Instant nextAttemptAt() {
    return run != null ? run.nextAttemptAt() : rotation == null ? null : rotation.nextAttemptAt();
  }

  private @Nullable ConnectionId connectionId() {
    return run != null ? run.plan().connectionId() : probe == null ? null : probe.connectionId();
  }

  private @Nullable ProviderId providerId() {
    return run != null ? run.plan().providerId() : probe == null ? null : probe.providerId();
  }

  private @Nullable EventId sourceEventId() {
    return plan != null ? plan.eventId() : run == null ? null : run.plan().eventId();
  }

  private @Nullable EventType sourceEventType() {
    if (plan != null) {
      return plan.eventType();
    }
    return run == null || run.plan().eventId() == null ? null : run.plan().eventType();
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
      @Nullable RunId runId,
      @Nullable ConnectionId connectionId,
      @Nullable ProviderId providerId,
      @Nullable String operation,
      @Nullable EventId sourceEventId,
      @Nullable EventType sourceEventType,
      @Nullable SubscriptionId subscriptionId,
      @Nullable String ownerId,
      @Nullable CredentialId credentialId,
      @Nullable Integer version,
      int attempt,
      FailureCategory category,
      @Nullable FailureReason reason,
      String detail,
      boolean retriable,
      @JsonProperty("final") boolean isFinal,
      @Nullable Instant nextAttemptAt) {}
}
