package factory.integration.saga.delivery;

import factory.integration.api.delivery.AttemptTrigger;
import factory.integration.api.delivery.CancelReason;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.delivery.WebhookDelivered;
import factory.integration.api.delivery.WebhookDeliveryAttemptFailed;
import factory.integration.api.delivery.WebhookDeliveryCancelled;
import factory.integration.api.delivery.WebhookDeliveryRequested;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.saga.SettableClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries beside the queue: they accept an outcome of the current attempt only, ask for the
 * next attempt at once, and store their events in the order in which they happen.
 */
final class DeliveryFlow {

  private static final int ATTEMPTS = 3;
  private static final HttpExchange EXCHANGE =
      new HttpExchange(
          "https://example.com/hook",
          PayloadFormat.STANDARD,
          Map.of(),
          200,
          Map.of(),
          null,
          false,
          SettableClock.NOON,
          1,
          null,
          List.of());

  private record Delivery(TenantId tenant, DeliveryPlan plan, int attempt) {}

  private final EventStream stream;
  private final Map<DeliveryId, Delivery> open = new HashMap<>();

  DeliveryFlow(EventStream stream) {
    this.stream = stream;
  }

  synchronized void request(TenantId tenant, DeliveryId id, DeliveryPlan plan) {
    request(id, new Delivery(tenant, plan, 1));
  }

  synchronized void succeed(DeliveryId id, int attempt) {
    Delivery delivery = current(id, attempt);
    if (delivery != null) {
      open.remove(id);
      stream.append(delivery.tenant, new WebhookDelivered(id, delivery.plan, attempt, EXCHANGE));
    }
  }

  synchronized void fail(DeliveryId id, int attempt) {
    Delivery delivery = current(id, attempt);
    if (delivery != null) {
      Instant next = attempt < ATTEMPTS ? SettableClock.NOON : null;
      stream.append(
          delivery.tenant,
          new WebhookDeliveryAttemptFailed(
              id, delivery.plan, attempt, FailureCategory.TIMEOUT, "late", next, EXCHANGE));
      if (next == null) {
        open.remove(id);
      } else {
        request(id, new Delivery(delivery.tenant, delivery.plan, attempt + 1));
      }
    }
  }

  /** Answers whether there was anything to cancel. */
  synchronized boolean cancel(DeliveryId id) {
    Delivery delivery = open.remove(id);
    if (delivery != null) {
      stream.append(
          delivery.tenant,
          new WebhookDeliveryCancelled(id, delivery.attempt, CancelReason.REQUESTED));
    }
    return delivery != null;
  }

  synchronized int open() {
    return open.size();
  }

  private void request(DeliveryId id, Delivery delivery) {
    open.put(id, delivery);
    AttemptTrigger trigger =
        delivery.attempt == 1 ? AttemptTrigger.FIRST : AttemptTrigger.AUTOMATIC_RETRY;
    stream.append(
        delivery.tenant,
        new WebhookDeliveryRequested(id, delivery.plan, delivery.attempt, trigger));
  }

  private @Nullable Delivery current(DeliveryId id, int attempt) {
    Delivery delivery = open.get(id);
    return delivery != null && delivery.attempt == attempt ? delivery : null;
  }
}
