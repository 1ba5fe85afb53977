package factory.integration.api.failure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.connection.ProbeFailure;
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
 * An operation, a delivery or a probe failed; for a delivery: it was dead-lettered.
 *
 * @param deliveryId of a delivery only, as is its plan
 * @param attempts how many were made
 * @param reason why no further attempt is made; absent where one is
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
    this(failureId, source, deliveryId, plan, attempts, category, reason, detail, null, null);
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
        probe);
  }

  /** Whether no further attempt is made by itself. */
  public boolean endsRetries() {
    return reason != null;
  }

  @Override
  public Topic topic() {
    return switch (source) {
      case DELIVERY, RUN, PROBE -> Topic.RUNS;
    };
  }

  @Override
  public String groupId() {
    if (deliveryId != null) {
      return deliveryId.value();
    }
    return run != null ? run.runId().value() : Objects.requireNonNull(probe).connectionId().value();
  }

  @Override
  public Object publishedPayload() {
    return new Published(
        failureId,
        source,
        deliveryId,
        run == null ? null : run.runId(),
        connectionId(),
        providerId(),
        run == null ? null : run.plan().operation(),
        sourceEventId(),
        sourceEventType(),
        plan == null ? null : plan.subscriptionId(),
        plan == null ? null : plan.ownerId(),
        attempts,
        category,
        reason,
        detail,
        isRetriable(),
        endsRetries(),
        run == null ? null : run.nextAttemptAt());
  }

  /** Whether the fault may pass, so that another attempt could help. */
  private boolean isRetriable() {
    return switch (reason) {
      case null -> true;
      case RETRIES_EXHAUSTED, RETRIES_FORBIDDEN, HEALTH_LOST -> true;
      case FATAL_RESPONSE, ENDPOINT_GONE, OUTCOME_UNKNOWN -> false;
    };
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
      @Nullable DeliveryId deliveryId,
      @Nullable RunId runId,
      @Nullable ConnectionId connectionId,
      @Nullable ProviderId providerId,
      @Nullable String operation,
      @Nullable EventId sourceEventId,
      @Nullable EventType sourceEventType,
      @Nullable SubscriptionId subscriptionId,
      @Nullable String ownerId,
      int attempt,
      FailureCategory category,
      @Nullable FailureReason reason,
      String detail,
      boolean retriable,
      @JsonProperty("final") boolean isFinal,
      @Nullable Instant nextAttemptAt) {}
}
