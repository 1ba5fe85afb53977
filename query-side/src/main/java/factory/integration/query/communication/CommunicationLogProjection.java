package factory.integration.query.communication;

import factory.integration.api.delivery.InboundWebhookDelivered;
import factory.integration.api.delivery.WebhookDelivered;
import factory.integration.api.delivery.WebhookDeliveryAttemptFailed;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.run.IntegrationRunCompleted;
import factory.integration.api.run.RunFailure;
import factory.integration.query.ProcessingGroups;
import factory.integration.query.TimelineKey;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;

/** Keeps the call behind each outcome. */
@ProcessingGroup(ProcessingGroups.COMMUNICATION_LOGS)
final class CommunicationLogProjection {

  private final CommunicationLogStore store;

  CommunicationLogProjection(CommunicationLogStore store) {
    this.store = store;
  }

  @EventHandler
  void on(
      WebhookDelivered event,
      @MetaDataValue(ContextKeys.TENANT_ID) String tenant,
      @Timestamp Instant at,
      TrackingToken token) {
    store.add(TimelineKey.of(at, token), tenant, event.exchange());
  }

  @EventHandler
  void on(
      WebhookDeliveryAttemptFailed event,
      @MetaDataValue(ContextKeys.TENANT_ID) String tenant,
      @Timestamp Instant at,
      TrackingToken token) {
    store.add(TimelineKey.of(at, token), tenant, event.exchange());
  }

  @EventHandler
  void on(
      InboundWebhookDelivered event,
      @MetaDataValue(ContextKeys.TENANT_ID) String tenant,
      @Timestamp Instant at,
      TrackingToken token) {
    store.add(TimelineKey.of(at, token), tenant, event.exchange());
  }

  @EventHandler
  void on(
      IntegrationRunCompleted event,
      @MetaDataValue(ContextKeys.TENANT_ID) String tenant,
      @Timestamp Instant at,
      TrackingToken token) {
    if (event.exchange() != null) {
      store.add(TimelineKey.of(at, token), tenant, event.exchange());
    }
  }

  /** A run's; whatever else failed has kept its calls before, or made none. */
  @EventHandler
  void on(
      IntegrationFailed event,
      @MetaDataValue(ContextKeys.TENANT_ID) String tenant,
      @Timestamp Instant at,
      TrackingToken token) {
    RunFailure run = event.run();
    if (run != null && run.exchange() != null) {
      store.add(TimelineKey.of(at, token), tenant, run.exchange());
    }
  }

  @ResetHandler
  void reset() {
    store.clear();
  }
}
