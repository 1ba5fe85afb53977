package factory.integration.saga.delivery;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.messaging.TenantId;
import factory.integration.saga.delivery.QueuedDelivery.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The engine's memory: which attempts may start now, by lane, endpoint, tenant and in all.
 * Endpoints take turns, so that a slow one holds no more than its share. Whatever is here is in
 * {@link DueWork} too; losing this object loses nothing.
 */
final class DeliveryQueue {

  private final DeliveryLimits limits;
  private final Consumer<DueDelivery> start;
  private final Lock lock = new ReentrantLock();
  private final Condition quiet = lock.newCondition();
  private final Map<DeliveryId, QueuedDelivery> deliveries = new HashMap<>();
  private final Map<String, EndpointQueue> endpoints = new HashMap<>();
  private final Map<TenantId, Integer> inFlightByTenant = new HashMap<>();
  private final ArrayDeque<EndpointQueue> turn = new ArrayDeque<>();
  private final List<QueuedDelivery> resting = new ArrayList<>();
  private final Set<DeliveryId> withdrawn = new HashSet<>();
  private int inFlight;
  private boolean closed;

  /**
   * @param start begins a call without blocking
   */
  DeliveryQueue(DeliveryLimits limits, Consumer<DueDelivery> start) {
    this.limits = limits;
    this.start = start;
  }

  /** Takes an attempt in; one that is known already is ignored, a later attempt replaces it. */
  void offer(DueDelivery due) {
    changeAndStart(
        () -> {
          if (!withdrawn.contains(due.deliveryId())) {
            take(due, true);
          }
        });
  }

  /** Takes back in what an endpoint left in the store. */
  void refill(String endpoint, List<DueDelivery> found) {
    changeAndStart(
        () -> {
          found.forEach(due -> take(due, false));
          EndpointQueue queue = endpoints.get(endpoint);
          if (queue != null) {
            queue.refilled(found.isEmpty());
          }
        });
  }

  /** Says that the call is over; its outcome is on its way through the event store. */
  void callEnded(DeliveryId id) {
    changeAndStart(
        () -> {
          QueuedDelivery delivery = deliveries.get(id);
          if (delivery != null && delivery.state == State.IN_FLIGHT) {
            delivery.state = State.ANSWERED;
            release(delivery.endpoint);
          }
        });
  }

  /** Gives a call back that could not be made, by a fault of our own; it rests until resumed. */
  void callFailedInside(DeliveryId id) {
    lock.lock();
    try {
      QueuedDelivery delivery = deliveries.get(id);
      if (delivery != null && delivery.state == State.IN_FLIGHT) {
        release(delivery.endpoint);
        delivery.state = State.BLOCKED;
        resting.add(delivery);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Forgets a delivery whose attempt has its outcome, or that ended otherwise. */
  void settled(DeliveryId id, int attempt) {
    changeAndStart(
        () -> {
          withdrawn.remove(id);
          QueuedDelivery delivery = deliveries.get(id);
          if (delivery != null && delivery.due.attempt() <= attempt) {
            forget(delivery);
          }
        });
  }

  /** Lets the delivery hold its strict lane until its next attempt is offered. */
  void holdLane(DeliveryId id) {
    lock.lock();
    try {
      QueuedDelivery delivery = deliveries.get(id);
      if (delivery != null) {
        delivery.endpoint.ready.remove(delivery);
        delivery.state = State.WAITING;
      }
    } finally {
      lock.unlock();
    }
  }

  /** No call of this delivery starts from now on, until {@link #settled} says that it is known. */
  void withdraw(DeliveryId id) {
    lock.lock();
    try {
      withdrawn.add(id);
      QueuedDelivery delivery = deliveries.get(id);
      if (delivery != null && delivery.state == State.READY) {
        delivery.endpoint.ready.remove(delivery);
        delivery.state = State.WAITING;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Lets the calls that were given back start again. */
  void resume() {
    changeAndStart(
        () -> {
          resting.stream()
              .filter(delivery -> delivery.state == State.BLOCKED)
              .filter(delivery -> deliveries.get(delivery.due.deliveryId()) == delivery)
              .forEach(this::makeReady);
          resting.clear();
        });
  }

  /** Endpoints that left attempts in the store and have room again, with where to read on. */
  Map<String, Long> refillable() {
    lock.lock();
    try {
      Map<String, Long> refillable = new HashMap<>();
      endpoints.forEach(
          (key, queue) -> {
            if (queue.overflowing && queue.inMemory < limits.inMemoryPerEndpoint() / 2) {
              refillable.put(key, queue.highestInMemory);
            }
          });
      return refillable;
    } finally {
      lock.unlock();
    }
  }

  /** Starts no call any more. */
  void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until no call is in flight; answers false when some still are after the time given. */
  boolean awaitQuiet(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (inFlight > 0 && left > 0) {
        left = quiet.awaitNanos(left);
      }
      return inFlight == 0;
    } finally {
      lock.unlock();
    }
  }

  int inFlight() {
    lock.lock();
    try {
      return inFlight;
    } finally {
      lock.unlock();
    }
  }

  private void changeAndStart(Runnable change) {
    List<DueDelivery> starting = new ArrayList<>();
    lock.lock();
    try {
      change.run();
      startWhatMay(starting);
    } finally {
      lock.unlock();
    }
    starting.forEach(start);
  }

  private void take(DueDelivery due, boolean fresh) {
    QueuedDelivery known = deliveries.get(due.deliveryId());
    if (known != null) {
      replace(known, due);
      return;
    }
    EndpointQueue queue =
        endpoints.computeIfAbsent(due.endpoint(), key -> new EndpointQueue(due.tenant(), key));
    if (fresh && isFull(queue)) {
      queue.overflowing = true;
      queue.highestSkipped = Math.max(queue.highestSkipped, due.position());
      return;
    }
    add(due, queue);
  }

  private boolean isFull(EndpointQueue queue) {
    return queue.overflowing || queue.inMemory >= limits.inMemoryPerEndpoint();
  }

  private void replace(QueuedDelivery known, DueDelivery due) {
    if (known.due.attempt() >= due.attempt()) {
      return;
    }
    known.due = due;
    if (due.waiting()) {
      known.state = State.WAITING;
    } else if (known.lane == null || known.state != State.BLOCKED) {
      makeReady(known);
    }
  }

  private void add(DueDelivery due, EndpointQueue queue) {
    DeliveryLane lane = queue.lane(due);
    QueuedDelivery delivery = new QueuedDelivery(due, queue, lane);
    deliveries.put(due.deliveryId(), delivery);
    queue.inMemory++;
    queue.highestInMemory = Math.max(queue.highestInMemory, due.position());
    if (lane == null) {
      makeReady(delivery);
    } else {
      lane.add(delivery);
      advance(lane);
    }
  }

  private void advance(DeliveryLane lane) {
    QueuedDelivery head = lane.takeHead();
    if (head != null) {
      if (head.due.waiting()) {
        head.state = State.WAITING;
      } else {
        makeReady(head);
      }
    }
  }

  private void makeReady(QueuedDelivery delivery) {
    delivery.state = State.READY;
    delivery.endpoint.ready.add(delivery);
    enterTurn(delivery.endpoint);
  }

  private void enterTurn(EndpointQueue queue) {
    if (!queue.inTurn && !queue.ready.isEmpty()) {
      queue.inTurn = true;
      turn.add(queue);
    }
  }

  private void forget(QueuedDelivery delivery) {
    EndpointQueue queue = delivery.endpoint;
    deliveries.remove(delivery.due.deliveryId());
    queue.inMemory--;
    if (delivery.state == State.IN_FLIGHT) {
      release(queue);
    } else if (delivery.state == State.READY) {
      queue.ready.remove(delivery);
    }
    if (delivery.lane != null) {
      delivery.lane.remove(delivery);
      advance(delivery.lane);
      queue.dropLaneIfEmpty(delivery.due, delivery.lane);
    }
    if (queue.isIdle()) {
      endpoints.remove(queue.endpoint);
    }
  }

  private void release(EndpointQueue queue) {
    queue.inFlight--;
    inFlight--;
    inFlightByTenant.computeIfPresent(queue.tenant, (_, count) -> count == 1 ? null : count - 1);
    if (inFlight == 0) {
      quiet.signalAll();
    }
  }

  /** Each endpoint that waits gives one call a turn, until a limit is met or none may go. */
  private void startWhatMay(List<DueDelivery> starting) {
    int refused = 0;
    while (!closed && inFlight < limits.inFlight() && refused < turn.size()) {
      EndpointQueue queue = turn.poll();
      queue.inTurn = false;
      QueuedDelivery next = mayStart(queue) ? queue.ready.poll() : null;
      if (next == null) {
        refused++;
      } else {
        refused = 0;
        next.state = State.IN_FLIGHT;
        queue.inFlight++;
        inFlight++;
        inFlightByTenant.merge(queue.tenant, 1, Integer::sum);
        starting.add(next.due);
      }
      enterTurn(queue);
    }
  }

  private boolean mayStart(EndpointQueue queue) {
    Integer ofTenant = inFlightByTenant.get(queue.tenant);
    return queue.inFlight < limits.inFlightPerEndpoint()
        && (ofTenant == null || ofTenant < limits.inFlightPerTenant());
  }
}
