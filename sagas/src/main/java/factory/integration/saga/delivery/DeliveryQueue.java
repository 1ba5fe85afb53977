package factory.integration.saga.delivery;

import factory.integration.api.delivery.WorkId;
import factory.integration.saga.delivery.QueuedDelivery.State;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The engine's memory: which attempts may start now, by lane, endpoint, tenant and in all. Whatever
 * is here is in {@link DueWork} too; losing this object loses nothing.
 */
final class DeliveryQueue {

  private final Consumer<StartedCall> start;
  private final EndpointQueues endpoints;
  private final EndpointTurns turns;
  private final Readiness readiness;
  private final DeliveryBacklog backlog;
  private final Lock lock = new ReentrantLock();
  private final Condition quiet = lock.newCondition();
  private boolean closed;
  private boolean paused;

  /**
   * @param start begins a call without blocking; each is given back by {@link #callEnded} or {@link
   *     #callFailedInside}
   */
  DeliveryQueue(DeliveryLimits limits, Consumer<StartedCall> start) {
    this.start = start;
    this.endpoints = new EndpointQueues(limits.inMemoryPerEndpoint());
    this.turns = new EndpointTurns(limits);
    this.readiness = new Readiness(turns);
    this.backlog = new DeliveryBacklog(endpoints, readiness);
  }

  /** Says what may come into memory from now on; all else stays in the store. */
  void admit(Admission admission) {
    change(() -> endpoints.admit(admission));
  }

  /** Takes an attempt in; one that is known already is ignored, a later attempt replaces it. */
  void offer(DueDelivery due) {
    change(() -> backlog.offer(due));
  }

  /** Endpoints that left deliveries in the store and have room for some of them. */
  List<String> refillable() {
    lock.lock();
    try {
      return endpoints.refillable();
    } finally {
      lock.unlock();
    }
  }

  /** The position after which the rows of an endpoint are to be read again. */
  long readUpTo(String endpoint) {
    lock.lock();
    try {
      EndpointQueue queue = endpoints.find(endpoint);
      return queue == null ? Long.MAX_VALUE : queue.readUpTo;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes back in what an endpoint left in the store.
   *
   * @param found its first rows after {@link #readUpTo}, read {@link BatchBarrier between batches}
   * @param all whether there were no more
   */
  void refill(String endpoint, List<DueDelivery> found, boolean all) {
    change(() -> backlog.refill(endpoint, found, all));
  }

  /** Gives a call back that is over; its outcome is on its way through the event store. */
  void callEnded(StartedCall call) {
    change(
        () -> {
          turns.release(call.endpoint());
          backlog.callEnded(call);
        });
  }

  /** Gives a call back that could not be made, by a fault of our own; it rests for a while. */
  void callFailedInside(StartedCall call) {
    change(
        () -> {
          turns.release(call.endpoint());
          backlog.callFailedInside(call);
        });
  }

  /** Gives a call back that was not begun since the lease had to be renewed first. */
  void callPutOff(StartedCall call) {
    change(
        () -> {
          turns.release(call.endpoint());
          backlog.callPutOff(call);
        });
  }

  /** Lets the calls that could not be made start again when they have rested enough. */
  void resume() {
    change(readiness::resume);
  }

  /** Forgets a delivery whose attempt has its outcome. */
  void settled(WorkId id, int attempt) {
    change(() -> backlog.settled(id, attempt));
  }

  /** Lets the delivery hold its strict lane until its next attempt is offered. */
  void holdLane(WorkId id) {
    change(() -> backlog.holdLane(id));
  }

  /** No call of this delivery starts from now on; until its cancellation is {@link #cancelled}. */
  void withdraw(WorkId id) {
    change(() -> backlog.withdraw(id));
  }

  /** Forgets a delivery whose cancellation was met in the event stream. */
  void cancelled(WorkId id) {
    change(() -> backlog.cancelled(id));
  }

  /** Forgets all but the calls under way and those answered; lets nothing in for now. */
  void restart() {
    change(
        () -> {
          paused = false;
          endpoints.admit(Admission.NOTHING);
          backlog.restart();
        });
  }

  /** Starts no call until the next {@link #restart}. */
  void pause() {
    change(() -> paused = true);
  }

  /**
   * Forgets calls answered before a {@link #restart} whose outcome another node may have met.
   *
   * @param known whether the store still has the delivery's attempt
   */
  void settleMissing(Predicate<WorkId> known) {
    List<WorkId> missing = answeredBefore().stream().filter(id -> !known.test(id)).toList();
    change(() -> missing.forEach(backlog::settleSurvivor));
  }

  private List<WorkId> answeredBefore() {
    lock.lock();
    try {
      return backlog.answeredSurvivors();
    } finally {
      lock.unlock();
    }
  }

  /** Starts no call any more. */
  void close() {
    change(() -> closed = true);
  }

  /** Waits until no call is under way; answers false when some still are after the time given. */
  boolean awaitQuiet(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (turns.inFlight() > 0 && left > 0) {
        left = quiet.awaitNanos(left);
      }
      return turns.inFlight() == 0;
    } finally {
      lock.unlock();
    }
  }

  int inFlight() {
    lock.lock();
    try {
      return turns.inFlight();
    } finally {
      lock.unlock();
    }
  }

  private void change(Runnable change) {
    List<StartedCall> starting = new ArrayList<>();
    lock.lock();
    try {
      change.run();
      startWhatMay(starting);
      if (turns.inFlight() == 0) {
        quiet.signalAll();
      }
    } finally {
      lock.unlock();
    }
    starting.forEach(start);
  }

  private void startWhatMay(List<StartedCall> starting) {
    QueuedDelivery next = closed || paused ? null : turns.next();
    while (next != null) {
      next.state = State.IN_FLIGHT;
      starting.add(new StartedCall(next.due, next.endpoint));
      next = turns.next();
    }
  }
}
