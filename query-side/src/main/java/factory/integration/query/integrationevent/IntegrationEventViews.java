package factory.integration.query.integrationevent;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.integrationevent.CommunicationLogView;
import factory.integration.api.integrationevent.DeliveryStatus;
import factory.integration.api.integrationevent.IntegrationEventId;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.integrationevent.IntegrationEventView;
import factory.integration.api.run.RunId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes views of documents; an attempt whose call runs at this moment shows as processing. */
final class IntegrationEventViews {

  private static final String OUTBOUND = "outbound";
  private static final String INBOUND = "inbound";

  private final CallsInFlight calls;

  IntegrationEventViews(CallsInFlight calls) {
    this.calls = calls;
  }

  /** As it stands in a list: what people decided about a run would have to be read for each. */
  IntegrationEventView view(IntegrationEventDocument document) {
    return view(document, List.of(), RunSwitches.UNTOUCHED);
  }

  IntegrationEventView view(
      IntegrationEventDocument document,
      List<CommunicationLogView> logs,
      RunSwitches.Position switches) {
    if (document.status() == IntegrationEventStatus.QUEUED) {
      Instant startedAt = calls.startedAt(document.id());
      if (startedAt != null) {
        return view(
            document,
            IntegrationEventStatus.PROCESSING,
            DeliveryStatus.PROCESSING,
            startedAt,
            logs,
            switches);
      }
    }
    return view(
        document,
        document.status(),
        document.deliveryStatus(),
        document.startedAt(),
        logs,
        switches);
  }

  private static IntegrationEventView view(
      IntegrationEventDocument document,
      IntegrationEventStatus status,
      DeliveryStatus deliveryStatus,
      @Nullable Instant startedAt,
      List<CommunicationLogView> logs,
      RunSwitches.Position switches) {
    return new IntegrationEventView(
        document.id(),
        document.integrationId(),
        document.workId() instanceof DeliveryId delivery ? delivery : null,
        document.workId() instanceof RunId run ? run : null,
        document.eventId(),
        document.eventType(),
        document.ownerId(),
        document.isInbound() ? INBOUND : OUTBOUND,
        status,
        deliveryStatus,
        document.attempt(),
        document.current(),
        resubmittedFrom(document),
        switches.resubmitEnabled() && !document.isInbound(),
        switches.forceStop(),
        document.deadLetterReason(),
        document.failureCategory(),
        document.statusReason(),
        document.nextAttemptAt(),
        document.createdAt(),
        startedAt,
        document.completedAt(),
        logs);
  }

  private static @Nullable IntegrationEventId resubmittedFrom(IntegrationEventDocument document) {
    int attempt = document.attempt();
    return attempt == 1 ? null : IntegrationEventId.of(document.workId(), attempt - 1);
  }
}
