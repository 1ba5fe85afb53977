package factory.integration.saga.delivery;

import factory.integration.api.delivery.CallPlan;
import factory.integration.api.subscription.Ordering;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Deliveries that go one at a time, in the order of their positions. */
final class DeliveryLane {

  private final String key;
  private final TreeMap<Long, QueuedDelivery> members = new TreeMap<>();
  private @Nullable QueuedDelivery head;

  DeliveryLane(String key) {
    this.key = key;
  }

  /** The lane of a plan: its subscription, or subscription and ordering key; none without order. */
  static @Nullable String keyOf(CallPlan plan) {
    if (plan.ordering() == Ordering.NONE) {
      return null;
    }
    String key = plan.orderingKey();
    return key == null ? "" : "." + key;
  }

  String key() {
    return key;
  }

  void add(QueuedDelivery delivery) {
    members.put(delivery.position, delivery);
  }

  void remove(QueuedDelivery delivery) {
    members.remove(delivery.position);
    if (delivery.equals(head)) {
      head = null;
    }
  }

  /** The delivery that may go now, when none is going; absent while one holds the lane. */
  @Nullable QueuedDelivery takeHead() {
    if (head != null || members.isEmpty()) {
      return null;
    }
    head = members.firstEntry().getValue();
    return head;
  }

  boolean isEmpty() {
    return members.isEmpty();
  }
}
