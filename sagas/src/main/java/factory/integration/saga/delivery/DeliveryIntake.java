package factory.integration.saga.delivery;

import factory.integration.api.delivery.WebhookDelivered;
import factory.integration.api.delivery.WebhookDeliveryAttemptFailed;
import factory.integration.api.delivery.WebhookDeliveryCancelled;
import factory.integration.api.delivery.WebhookDeliveryRequested;
import factory.integration.saga.ProcessingGroups;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Tells the engine of webhook deliveries. */
@DisallowReplay
@ProcessingGroup(ProcessingGroups.DELIVERY)
final class DeliveryIntake {

  private final WorkIntake work;

  DeliveryIntake(WorkIntake work) {
    this.work = work;
  }

  @EventHandler
  void on(
      WebhookDeliveryRequested event,
      EventMessage<?> message,
      TrackingToken token,
      UnitOfWork<?> batch) {
    WorkIntake.Met met = new WorkIntake.Met(message, token, batch);
    work.requested(event.deliveryId(), event.plan(), event.attempt(), met);
  }

  @EventHandler
  void on(WebhookDelivered event, UnitOfWork<?> batch) {
    work.settled(event.deliveryId(), event.attempt(), batch);
  }

  @EventHandler
  void on(
      WebhookDeliveryAttemptFailed event,
      EventMessage<?> message,
      TrackingToken token,
      UnitOfWork<?> batch) {
    if (event.nextAttemptAt() == null) {
      work.settled(event.deliveryId(), event.attempt(), batch);
    } else {
      WorkIntake.Met met = new WorkIntake.Met(message, token, batch);
      work.putOff(event.deliveryId(), event.plan(), event.attempt(), met);
    }
  }

  @EventHandler
  void on(WebhookDeliveryCancelled event, UnitOfWork<?> batch) {
    work.cancelled(event.deliveryId(), batch);
  }
}
