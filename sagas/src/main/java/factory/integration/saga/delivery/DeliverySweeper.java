package factory.integration.saga.delivery;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once a second: says that this node lives, takes over what a dead node left, fetches what did not
 * fit into memory, and lets calls start again that failed by a fault of our own.
 */
final class DeliverySweeper {

  private static final Logger log = LoggerFactory.getLogger(DeliverySweeper.class);
  private static final int BATCH = 500;

  private final DueWork dueWork;
  private final DeliveryQueue queue;
  private final DeliveryLimits limits;
  private final NodeId node;
  private final CatchUp catchUp;
  private final InstantSource clock;
  private final Lock lock = new ReentrantLock();
  private final Condition stop = lock.newCondition();
  private boolean stopped;

  DeliverySweeper(
      DueWork dueWork,
      DeliveryQueue queue,
      DeliveryLimits limits,
      NodeId node,
      CatchUp catchUp,
      InstantSource clock) {
    this.dueWork = dueWork;
    this.queue = queue;
    this.limits = limits;
    this.node = node;
    this.catchUp = catchUp;
    this.clock = clock;
  }

  /** Sweeps until it is stopped; runs in a thread of its own. */
  void run() {
    do {
      try {
        sweep();
      } catch (RuntimeException e) {
        log.warn("due work could not be swept and is tried again: {}", e.toString());
      }
    } while (!awaitStop());
  }

  void sweep() {
    dueWork.renewLease(node.value(), clock.instant().plus(limits.lease()));
    if (catchUp.isOver()) {
      takeOver();
    }
    queue
        .refillable()
        .forEach(
            (endpoint, above) ->
                queue.refill(endpoint, dueWork.findOwned(node.value(), endpoint, above, BATCH)));
    queue.resume();
  }

  /** Ends the sweeping and gives all due work of this node back. */
  void stop() {
    lock.lock();
    try {
      stopped = true;
      stop.signal();
    } finally {
      lock.unlock();
    }
  }

  void giveBack() {
    dueWork.renewLease(node.value(), clock.instant());
  }

  private void takeOver() {
    List<DueDelivery> taken;
    do {
      taken = dueWork.takeOver(node.value(), clock.instant(), BATCH);
      taken.forEach(queue::offer);
    } while (taken.size() == BATCH);
  }

  /** Answers true when it was stopped, false after a second. */
  private boolean awaitStop() {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(1);
      while (!stopped && left > 0) {
        left = stop.awaitNanos(left);
      }
      return stopped;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    } finally {
      lock.unlock();
    }
  }
}
