package factory.integration.saga.delivery;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.WebhookDelivered;
import factory.integration.api.delivery.WebhookDeliveryAttemptFailed;
import factory.integration.api.delivery.WebhookDeliveryCancelled;
import factory.integration.api.delivery.WebhookDeliveryRequested;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.Ordering;
import factory.integration.saga.ProcessingGroups;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Keeps due work in step with the event stream: in with each request, out with each outcome. What
 * was stored before this node's turn began goes to the store only, since its outcome may follow
 * further on in the stream; the {@link DeliverySweeper} takes from there what is left at the end.
 */
@DisallowReplay
@ProcessingGroup(ProcessingGroups.DELIVERY)
final class DeliveryIntake {

  private final DueWork dueWork;
  private final DeliveryQueue queue;
  private final OwnedWork work;
  private final CatchUp catchUp;
  private final BatchBarrier barrier;

  DeliveryIntake(
      DueWork dueWork, DeliveryQueue queue, OwnedWork work, CatchUp catchUp, BatchBarrier barrier) {
    this.dueWork = dueWork;
    this.queue = queue;
    this.work = work;
    this.catchUp = catchUp;
    this.barrier = barrier;
  }

  @EventHandler
  void on(
      WebhookDeliveryRequested event,
      EventMessage<?> message,
      TrackingToken token,
      UnitOfWork<?> batch) {
    barrier.join(batch);
    long position = token.position().orElseThrow();
    DueDelivery due = due(event.deliveryId(), event.plan(), event.attempt(), position, message);
    dueWork.save(ownerAt(position), due);
    if (catchUp.isPast(position)) {
      queue.offer(due);
    }
  }

  @EventHandler
  void on(WebhookDelivered event, UnitOfWork<?> batch) {
    barrier.join(batch);
    settle(event.deliveryId(), event.attempt());
  }

  @EventHandler
  void on(
      WebhookDeliveryAttemptFailed event,
      EventMessage<?> message,
      TrackingToken token,
      UnitOfWork<?> batch) {
    barrier.join(batch);
    if (event.nextAttemptAt() == null || event.plan().ordering() != Ordering.STRICT) {
      settle(event.deliveryId(), event.attempt());
      return;
    }
    long position = token.position().orElseThrow();
    DueDelivery due = due(event.deliveryId(), event.plan(), event.attempt(), position, message);
    dueWork.save(ownerAt(position), due.untilRetry());
    queue.holdLane(event.deliveryId());
  }

  @EventHandler
  void on(WebhookDeliveryCancelled event, UnitOfWork<?> batch) {
    barrier.join(batch);
    dueWork.remove(event.deliveryId());
    queue.cancelled(event.deliveryId());
  }

  private void settle(DeliveryId id, int attempt) {
    dueWork.remove(id);
    queue.settled(id, attempt);
  }

  private String ownerAt(long position) {
    return catchUp.isPast(position) ? work.owner() : OwnedWork.NOBODY;
  }

  private static DueDelivery due(
      DeliveryId deliveryId,
      DeliveryPlan plan,
      int attempt,
      long position,
      EventMessage<?> message) {
    Map<String, String> context = new LinkedHashMap<>();
    message.getMetaData().forEach((key, value) -> context.put(key, String.valueOf(value)));
    context.put(ContextKeys.CAUSATION_ID, message.getIdentifier());
    return new DueDelivery(
        new TenantId(context.get(ContextKeys.TENANT_ID)),
        deliveryId,
        attempt,
        position,
        plan.integrationId(),
        plan,
        false,
        context);
  }
}
