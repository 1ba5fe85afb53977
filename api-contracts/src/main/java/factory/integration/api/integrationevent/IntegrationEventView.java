package factory.integration.api.integrationevent;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.run.RunId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a delivery or a run, or a webhook that came in.
 *
 * @param integrationId the subscription, connection or inbound source, or the address of a dynamic
 *     event
 * @param direction {@code outbound} or {@code inbound}
 * @param deliveryId absent for an attempt of a run
 * @param runId absent for an attempt of a delivery
 * @param eventId absent for a run that somebody asked for
 * @param eventType the source event's, else the operation
 * @param isCurrentAttempt true for the latest of a delivery
 * @param resubmitEnabled whether further attempts are made by themselves; what somebody decided
 *     about a run is told when one integration event is asked for, not in lists
 * @param forceStop whether somebody stopped all attempts; as before
 * @param deadLetterReason why no further attempt is made
 * @param statusReason why it is discarded or cancelled
 * @param communicationLogs filled when one integration event is asked for, empty in lists
 */
public record IntegrationEventView(
    IntegrationEventId id,
    String integrationId,
    @Nullable DeliveryId deliveryId,
    @Nullable RunId runId,
    @Nullable EventId eventId,
    EventType eventType,
    @Nullable String ownerId,
    String direction,
    IntegrationEventStatus status,
    DeliveryStatus deliveryStatus,
    int attempt,
    boolean isCurrentAttempt,
    @Nullable IntegrationEventId resubmittedFromEventId,
    boolean resubmitEnabled,
    boolean forceStop,
    @Nullable FailureReason deadLetterReason,
    @Nullable FailureCategory failureCategory,
    @Nullable String statusReason,
    @Nullable Instant nextAttemptAt,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    List<CommunicationLogView> communicationLogs) {}
