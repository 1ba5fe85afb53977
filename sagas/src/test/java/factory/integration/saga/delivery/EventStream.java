package factory.integration.saga.delivery;

import factory.integration.api.delivery.DeliveryEvent;
import factory.integration.api.delivery.WebhookDelivered;
import factory.integration.api.delivery.WebhookDeliveryAttemptFailed;
import factory.integration.api.delivery.WebhookDeliveryCancelled;
import factory.integration.api.delivery.WebhookDeliveryRequested;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Delivery events in order, and the processor that hands them to the intake in batches. */
final class EventStream {

  private final List<EventMessage<DeliveryEvent>> events = new ArrayList<>();
  private int handled;

  /** Stores an event; answers its position, from 1. */
  synchronized long append(TenantId tenant, DeliveryEvent event) {
    events.add(
        new GenericEventMessage<>(event, MetaData.with(ContextKeys.TENANT_ID, tenant.value())));
    return events.size();
  }

  /** Handles the next events in one unit of work; answers how many there were. */
  int handle(DeliveryIntake intake, int batchSize) {
    int from = handled;
    int to = Math.min(size(), from + batchSize);
    if (to > from) {
      UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(event(from));
      batch.execute(
          () -> {
            for (int i = from; i < to; i++) {
              handle(intake, event(i), i + 1, batch);
            }
          });
      handled = to;
    }
    return to - from;
  }

  /** Whether every event up to the position was handled. */
  boolean hasHandled(long position) {
    return handled >= position;
  }

  synchronized int size() {
    return events.size();
  }

  private synchronized EventMessage<DeliveryEvent> event(int index) {
    return events.get(index);
  }

  private static void handle(
      DeliveryIntake intake, EventMessage<DeliveryEvent> message, long at, UnitOfWork<?> batch) {
    var token = new GlobalSequenceTrackingToken(at);
    switch (message.getPayload()) {
      case WebhookDeliveryRequested event -> intake.on(event, message, token, batch);
      case WebhookDelivered event -> intake.on(event, batch);
      case WebhookDeliveryAttemptFailed event -> intake.on(event, message, token, batch);
      case WebhookDeliveryCancelled event -> intake.on(event, batch);
      default -> {}
    }
  }
}
