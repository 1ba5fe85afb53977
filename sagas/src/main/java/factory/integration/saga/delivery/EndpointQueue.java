package factory.integration.saga.delivery;

import factory.integration.api.messaging.TenantId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What waits for one endpoint; guarded by the lock of its {@link DeliveryQueue}. */
final class EndpointQueue {

  final TenantId tenant;
  final String endpoint;
  final ArrayDeque<QueuedDelivery> ready = new ArrayDeque<>();
  int inFlight;

  /** Attempts of this endpoint in memory, in whatever state. */
  int inMemory;

  /** Whether it stands in the queue of endpoints that wait for their turn. */
  boolean inTurn;

  /** Whether some of its attempts are in the store only; then all new ones are. */
  boolean overflowing;

  long highestInMemory = -1;
  long highestSkipped = -1;

  private static final int FRUITLESS_REFILLS_AT_END = 3;

  private int fruitlessRefills;
  private final Map<String, DeliveryLane> lanes = new HashMap<>();

  EndpointQueue(TenantId tenant, String endpoint) {
    this.tenant = tenant;
    this.endpoint = endpoint;
  }

  @Nullable DeliveryLane lane(DueDelivery due) {
    String key = DeliveryLane.keyOf(due.plan());
    return key == null ? null : lanes.computeIfAbsent(key, _ -> new DeliveryLane());
  }

  void dropLaneIfEmpty(DueDelivery due, DeliveryLane lane) {
    if (lane.isEmpty()) {
      lanes.remove(DeliveryLane.keyOf(due.plan()));
    }
  }

  /**
   * Says what a read of the store brought. What was skipped may not be committed yet, so the store
   * counts as empty only when it was found empty some times.
   */
  void refilled(boolean fruitless) {
    fruitlessRefills = fruitless ? fruitlessRefills + 1 : 0;
    overflowing =
        overflowing
            && highestInMemory < highestSkipped
            && fruitlessRefills < FRUITLESS_REFILLS_AT_END;
  }

  boolean isIdle() {
    return inMemory == 0 && inFlight == 0 && !overflowing && !inTurn;
  }
}
