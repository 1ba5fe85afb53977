package factory.integration.saga.delivery;

import factory.integration.api.subscription.Ordering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Watches calls begin and end, and notes whatever must not be. */
final class CallObserver {

  private final DeliveryLimits limits;
  private final Map<String, Integer> underWay = new HashMap<>();
  private final Map<String, Integer> mayStart = new HashMap<>();
  private final Map<String, Long> latestInLane = new HashMap<>();
  private final List<String> violations = new ArrayList<>();

  CallObserver(DeliveryLimits limits) {
    this.limits = limits;
  }

  synchronized void begun(DueDelivery due, long number) {
    String attempt = due.workId() + " " + due.attempt();
    int left = mayStart.merge(attempt, 0, (known, _) -> known) - 1;
    mayStart.put(attempt, left);
    expect(left >= -1, attempt + " started again");
    expectWithin(limits.inFlight(), "all");
    expectWithin(limits.inFlightPerTenant(), "tenant " + due.tenant());
    expectWithin(limits.inFlightPerEndpoint(), "endpoint " + due.endpoint());
    String lane = lane(due);
    if (lane != null) {
      expectWithin(1, lane);
      expectOrder(due, lane, number);
    }
  }

  /** Says that the call is over; it may be made once more when the platform could not make it. */
  synchronized void ended(DueDelivery due, boolean made) {
    underWay.merge("all", -1, Integer::sum);
    underWay.merge("tenant " + due.tenant(), -1, Integer::sum);
    underWay.merge("endpoint " + due.endpoint(), -1, Integer::sum);
    String lane = lane(due);
    if (lane != null) {
      underWay.merge(lane, -1, Integer::sum);
    }
    if (!made) {
      mayStart.merge(due.workId() + " " + due.attempt(), 1, Integer::sum);
    }
  }

  synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  synchronized int attempts() {
    return mayStart.size();
  }

  private void expectOrder(DueDelivery due, String lane, long number) {
    boolean strict = due.plan().ordering() == Ordering.STRICT;
    if (strict || due.attempt() == 1) {
      Long latest = latestInLane.put(lane, number);
      expect(latest == null || latest <= number, lane + ": " + number + " after " + latest);
    }
  }

  private void expectWithin(int limit, String of) {
    int now = underWay.merge(of, 1, Integer::sum);
    expect(now <= limit, now + " calls at a time of " + of);
  }

  private void expect(boolean held, String otherwise) {
    if (!held) {
      violations.add(otherwise);
    }
  }

  private static @Nullable String lane(DueDelivery due) {
    String key = DeliveryLane.keyOf(due.plan());
    return key == null ? null : "lane " + due.endpoint() + key;
  }
}
