package factory.integration.query.integrationevent;

import factory.integration.api.delivery.InboundWebhookDelivered;
import factory.integration.api.delivery.WebhookDelivered;
import factory.integration.api.delivery.WebhookDeliveryAttemptFailed;
import factory.integration.api.delivery.WebhookDeliveryCancelled;
import factory.integration.api.delivery.WebhookDeliveryDiscarded;
import factory.integration.api.delivery.WebhookDeliveryExhausted;
import factory.integration.api.delivery.WebhookDeliveryRequested;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.run.RunEvent;
import factory.integration.query.ProcessingGroups;
import factory.integration.query.TimelineKey;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;

/** Writes one document for each attempt. */
@ProcessingGroup(ProcessingGroups.INTEGRATION_EVENTS)
final class IntegrationEventProjection {

  private final IntegrationEventStore store;
  private final RunAttempts runs;

  IntegrationEventProjection(IntegrationEventStore store) {
    this.store = store;
    this.runs = new RunAttempts(store);
  }

  @EventHandler
  void on(
      WebhookDeliveryRequested event,
      @MetaDataValue(ContextKeys.TENANT_ID) String tenant,
      @Timestamp Instant at,
      TrackingToken token) {
    long key = TimelineKey.of(at, token);
    store.add(
        IntegrationEventDocument.queued(
            key, tenant, event.deliveryId(), event.attempt(), event.plan(), at));
  }

  @EventHandler
  void on(
      WebhookDeliveryDiscarded event,
      @MetaDataValue(ContextKeys.TENANT_ID) String tenant,
      @Timestamp Instant at,
      TrackingToken token) {
    long key = TimelineKey.of(at, token);
    store.add(
        IntegrationEventDocument.discarded(
            key, tenant, event.deliveryId(), event.plan(), event.reason(), at));
  }

  @EventHandler
  void on(WebhookDelivered event, @Timestamp Instant at, TrackingToken token) {
    AttemptOutcome outcome = AttemptOutcome.of(event, TimelineKey.of(at, token));
    store.complete(event.deliveryId(), event.attempt(), outcome);
  }

  @EventHandler
  void on(
      InboundWebhookDelivered event,
      @MetaDataValue(ContextKeys.TENANT_ID) String tenant,
      @Timestamp Instant at,
      TrackingToken token) {
    long key = TimelineKey.of(at, token);
    store.add(IntegrationEventDocument.received(key, tenant, event, at));
    store.complete(event.deliveryId(), 1, AttemptOutcome.of(event, key));
  }

  @EventHandler
  void on(WebhookDeliveryAttemptFailed event, @Timestamp Instant at, TrackingToken token) {
    AttemptOutcome outcome = AttemptOutcome.of(event, TimelineKey.of(at, token));
    store.complete(event.deliveryId(), event.attempt(), outcome);
  }

  @EventHandler
  void on(WebhookDeliveryExhausted event) {
    store.deadLetter(event.deliveryId(), event.attempts(), event.reason());
  }

  @EventHandler
  void on(WebhookDeliveryCancelled event, @Timestamp Instant at) {
    store.cancel(event.deliveryId(), event.attempt(), event.reason().detail(), at);
  }

  @EventHandler
  void on(
      RunEvent event,
      @MetaDataValue(ContextKeys.TENANT_ID) String tenant,
      @Timestamp Instant at,
      TrackingToken token) {
    runs.keep(event, tenant, at, TimelineKey.of(at, token));
  }

  @EventHandler
  void on(IntegrationFailed event, @Timestamp Instant at, TrackingToken token) {
    runs.keep(event, at, TimelineKey.of(at, token));
  }

  @ResetHandler
  void reset() {
    store.clear();
  }
}
