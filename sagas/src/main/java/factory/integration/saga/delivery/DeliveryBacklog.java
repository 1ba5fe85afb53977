package factory.integration.saga.delivery;

import factory.integration.api.delivery.WorkId;
import factory.integration.saga.delivery.QueuedDelivery.State;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the engine knows of each delivery in memory; guarded by the lock of its {@link
 * DeliveryQueue}.
 */
final class DeliveryBacklog {

  private final EndpointQueues endpoints;
  private final Readiness readiness;
  private final Map<WorkId, QueuedDelivery> deliveries = new HashMap<>();
  private final Set<WorkId> survivors = new HashSet<>();

  DeliveryBacklog(EndpointQueues endpoints, Readiness readiness) {
    this.endpoints = endpoints;
    this.readiness = readiness;
  }

  void offer(DueDelivery due) {
    QueuedDelivery known = deliveries.get(due.workId());
    if (known != null) {
      replace(known, due);
    } else if (!readiness.isWithdrawn(due.workId())) {
      EndpointQueue endpoint = endpoints.of(due);
      if (!endpoint.overflowing && endpoints.hasRoom(endpoint, due)) {
        add(due, endpoint);
      } else {
        endpoints.leaveInStore(endpoint, due);
      }
    }
  }

  void refill(String key, List<DueDelivery> found, boolean all) {
    EndpointQueue endpoint = endpoints.find(key);
    if (endpoint == null) {
      return;
    }
    for (DueDelivery due : found) {
      if (!deliveries.containsKey(due.workId()) && !readiness.isWithdrawn(due.workId())) {
        if (!endpoints.hasRoom(endpoint, due)) {
          endpoints.stopRefill(endpoint, due);
          return;
        }
        add(due, endpoint);
      }
      endpoint.readUpTo = Math.max(endpoint.readUpTo, due.position());
    }
    if (all) {
      endpoints.nothingLeft(endpoint);
    }
  }

  /** Forgets all but calls that are under way or answered: their outcomes are still to come. */
  void restart() {
    endpoints.forgetStored();
    for (QueuedDelivery delivery : List.copyOf(deliveries.values())) {
      switch (delivery.state) {
        case IN_FLIGHT, LEAVING, ANSWERED -> survivors.add(delivery.due.workId());
        case BLOCKED, READY, RESTING, WAITING -> forget(delivery);
      }
    }
  }

  /** Deliveries that were kept by a restart and wait for their outcome to be met. */
  List<WorkId> answeredSurvivors() {
    survivors.retainAll(deliveries.keySet());
    return survivors.stream().filter(id -> deliveries.get(id).state == State.ANSWERED).toList();
  }

  void settleSurvivor(WorkId id) {
    QueuedDelivery delivery = deliveries.get(id);
    if (delivery != null && delivery.state == State.ANSWERED) {
      forget(delivery);
    }
  }

  void callEnded(StartedCall call) {
    leaveFlight(call, delivery -> delivery.state = State.ANSWERED);
  }

  void callFailedInside(StartedCall call) {
    leaveFlight(call, readiness::rest);
  }

  void callPutOff(StartedCall call) {
    leaveFlight(call, readiness::restBriefly);
  }

  void settled(WorkId id, int attempt) {
    QueuedDelivery delivery = deliveries.get(id);
    if (delivery != null && delivery.due.attempt() <= attempt) {
      forget(delivery);
    }
  }

  void withdraw(WorkId id) {
    readiness.withdraw(id);
    QueuedDelivery delivery = deliveries.get(id);
    if (delivery != null && delivery.state == State.READY) {
      delivery.hold();
    }
  }

  void cancelled(WorkId id) {
    readiness.cancelled(id);
    QueuedDelivery delivery = deliveries.get(id);
    if (delivery != null && delivery.state == State.IN_FLIGHT) {
      delivery.state = State.LEAVING;
    } else if (delivery != null) {
      forget(delivery);
    }
  }

  void holdLane(WorkId id) {
    QueuedDelivery delivery = deliveries.get(id);
    if (delivery != null) {
      delivery.hold();
    }
  }

  private void leaveFlight(StartedCall call, Consumer<QueuedDelivery> to) {
    QueuedDelivery delivery = deliveries.get(call.due().workId());
    if (delivery != null && delivery.isFor(call)) {
      switch (delivery.state) {
        case IN_FLIGHT -> to.accept(delivery);
        case LEAVING -> forget(delivery);
        case BLOCKED, READY, RESTING, ANSWERED, WAITING -> {}
      }
    }
    endpoints.dropIfIdle(call.endpoint());
  }

  private void replace(QueuedDelivery known, DueDelivery due) {
    if (known.due.attempt() < due.attempt()) {
      known.due = due;
      if (known.state != State.BLOCKED) {
        known.hold();
        readiness.makeReady(known);
      }
    }
  }

  private void add(DueDelivery due, EndpointQueue endpoint) {
    DeliveryLane lane = endpoint.lane(due);
    QueuedDelivery delivery = new QueuedDelivery(due, endpoint, lane);
    deliveries.put(due.workId(), delivery);
    endpoint.inMemory++;
    if (lane == null) {
      readiness.makeReady(delivery);
    } else {
      lane.add(delivery);
      readiness.advance(lane);
    }
  }

  private void forget(QueuedDelivery delivery) {
    EndpointQueue endpoint = delivery.endpoint;
    delivery.hold();
    deliveries.remove(delivery.due.workId());
    endpoint.inMemory--;
    if (delivery.lane != null) {
      delivery.lane.remove(delivery);
      readiness.advance(delivery.lane);
      endpoint.dropIfEmpty(delivery.lane);
    }
    endpoints.dropIfIdle(endpoint);
  }
}
