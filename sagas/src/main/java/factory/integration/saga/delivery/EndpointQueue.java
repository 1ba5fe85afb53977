package factory.integration.saga.delivery;

import factory.integration.api.messaging.TenantId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What waits for one endpoint; guarded by the lock of its {@link DeliveryQueue}. */
final class EndpointQueue {

  final TenantId tenant;
  final String key;
  final ArrayDeque<QueuedDelivery> ready = new ArrayDeque<>();

  /** Calls under way. */
  int inFlight;

  /** Deliveries in memory, in whatever state. */
  int inMemory;

  /** Whether it stands somewhere in {@link EndpointTurns}. */
  boolean inTurn;

  /** Whether some of its deliveries are in the store only; then all new ones stay there, too. */
  boolean overflowing;

  /** While it overflows: every row up to here is in memory or done. */
  long readUpTo;

  /** Whether the next row may not be read before more is admitted. */
  boolean heldBack;

  private final Map<String, DeliveryLane> lanes = new HashMap<>();

  EndpointQueue(TenantId tenant, String key) {
    this.tenant = tenant;
    this.key = key;
  }

  void leaveInStore(long position) {
    readUpTo = overflowing ? Math.min(readUpTo, position - 1) : position - 1;
    overflowing = true;
  }

  /** The lane of a delivery; none when its order does not matter. */
  @Nullable DeliveryLane lane(DueDelivery due) {
    String lane = DeliveryLane.keyOf(due.plan());
    return lane == null ? null : lanes.computeIfAbsent(lane, DeliveryLane::new);
  }

  void dropIfEmpty(DeliveryLane lane) {
    if (lane.isEmpty()) {
      lanes.remove(lane.key());
    }
  }

  boolean isIdle() {
    return inMemory == 0 && inFlight == 0 && !overflowing;
  }
}
