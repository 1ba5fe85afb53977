package factory.integration.saga.delivery;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints that have something to do, and which of them left deliveries in the store; guarded
 * by the lock of its {@link DeliveryQueue}.
 */
final class EndpointQueues {

  private final int inMemoryPerEndpoint;
  private final Map<String, EndpointQueue> byKey = new HashMap<>();
  private final Set<EndpointQueue> overflowing = new HashSet<>();
  private Admission admission = Admission.NOTHING;

  EndpointQueues(int inMemoryPerEndpoint) {
    this.inMemoryPerEndpoint = inMemoryPerEndpoint;
  }

  void admit(Admission now) {
    admission = now;
    overflowing.forEach(endpoint -> endpoint.heldBack = false);
  }

  @Nullable EndpointQueue find(String key) {
    return byKey.get(key);
  }

  EndpointQueue of(DueDelivery due) {
    return byKey.computeIfAbsent(due.endpoint(), key -> new EndpointQueue(due.tenant(), key));
  }

  /**
   * Whether a new delivery may come into memory. An endpoint that overflows takes none at first.
   */
  boolean hasRoom(EndpointQueue endpoint, DueDelivery due) {
    return endpoint.inMemory < inMemoryPerEndpoint && admission.admits(due);
  }

  void leaveInStore(EndpointQueue endpoint, DueDelivery due) {
    endpoint.leaveInStore(due.position());
    overflowing.add(endpoint);
  }

  /** Endpoints that left deliveries in the store and have room for some of them. */
  List<String> refillable() {
    return overflowing.stream()
        .filter(endpoint -> admission != Admission.NOTHING && !endpoint.heldBack)
        .filter(endpoint -> endpoint.inMemory <= inMemoryPerEndpoint / 2)
        .map(endpoint -> endpoint.key)
        .toList();
  }

  /** Notes that the next row may not come into memory yet. */
  void stopRefill(EndpointQueue endpoint, DueDelivery next) {
    endpoint.heldBack = !admission.admits(next);
  }

  /** Notes that the store has no more rows of the endpoint than those in memory. */
  void nothingLeft(EndpointQueue endpoint) {
    endpoint.overflowing = false;
    overflowing.remove(endpoint);
    dropIfIdle(endpoint);
  }

  /** Forgets what was left in the store: it will be offered again. */
  void forgetStored() {
    for (EndpointQueue endpoint : List.copyOf(overflowing)) {
      nothingLeft(endpoint);
    }
  }

  void dropIfIdle(EndpointQueue endpoint) {
    if (endpoint.isIdle()) {
      byKey.remove(endpoint.key, endpoint);
    }
  }
}
