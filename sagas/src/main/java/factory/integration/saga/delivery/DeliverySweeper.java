package factory.integration.saga.delivery;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings into memory what the fast path did not: what a dead node left, and what did not fit. Once
 * a second it also says that this node lives, and lets calls start again that failed by a fault of
 * our own.
 */
final class DeliverySweeper {

  private static final Logger log = LoggerFactory.getLogger(DeliverySweeper.class);
  private static final int BATCH = 500;
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int TICKS_PER_SWEEP = 10;
  private static final int TICKS_PER_LOOK = 5;

  private final OwnedWork work;
  private final DeliveryQueue queue;
  private final BatchBarrier barrier;
  private final CatchUp catchUp;
  private final DeliveryTurn turn;
  private final Lock lock = new ReentrantLock();
  private final Condition stop = lock.newCondition();
  private boolean stopped;

  DeliverySweeper(
      OwnedWork work,
      DeliveryQueue queue,
      BatchBarrier barrier,
      CatchUp catchUp,
      DeliveryTurn turn) {
    this.work = work;
    this.queue = queue;
    this.barrier = barrier;
    this.catchUp = catchUp;
    this.turn = turn;
  }

  /** Sweeps until it is stopped; runs in a thread of its own. */
  void run() {
    int tick = 0;
    do {
      try {
        tick(tick++);
      } catch (RuntimeException e) {
        log.warn("due work could not be swept and is tried again: {}", e.toString());
      }
    } while (!awaitStop());
  }

  private void tick(int tick) {
    if (!turn.isMine()) {
      followOthers(tick);
      return;
    }
    if (tick % TICKS_PER_SWEEP == 0 || !turn.isOpen() && catchUp.isOver()) {
      sweep();
    }
    refill();
  }

  private void followOthers(int tick) {
    if (tick % TICKS_PER_LOOK == 0) {
      turn.followOthers();
    }
  }

  void sweep() {
    if (!work.renewLease() || catchUp.isOver() && !open()) {
      log.warn("the lease on due work had run out; the work is taken over anew");
      turn.begin();
      return;
    }
    queue.settleMissing(work::isKnown);
    queue.resume();
  }

  private boolean open() {
    boolean lanesAreComplete = work.earlierLeasesHaveEnded();
    if (!takeOver()) {
      return false;
    }
    queue.admit(lanesAreComplete ? Admission.ALL : Admission.UNORDERED);
    turn.opened();
    return true;
  }

  /** Reads some of what endpoints left in the store. */
  void refill() {
    for (String endpoint : queue.refillable()) {
      barrier.betweenBatches(
          () -> {
            List<DueDelivery> found = work.find(endpoint, queue.readUpTo(endpoint), BATCH);
            queue.refill(endpoint, found, found.size() < BATCH);
          });
    }
  }

  /** Ends the sweeping. */
  void stop() {
    lock.lock();
    try {
      stopped = true;
      stop.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Gives all due work of this node back. */
  void giveBack() {
    work.giveBack();
  }

  /** Answers false when the lease ran out while there was more to take. */
  private boolean takeOver() {
    while (takeSome() == BATCH) {
      if (!work.renewLease()) {
        return false;
      }
    }
    return true;
  }

  private int takeSome() {
    int[] taken = {0};
    barrier.betweenBatches(
        () -> {
          List<DueDelivery> left = work.takeOver(BATCH);
          left.forEach(queue::offer);
          taken[0] = left.size();
        });
    return taken[0];
  }

  /** Answers true when it was stopped, false after a tick. */
  private boolean awaitStop() {
    lock.lock();
    try {
      long left = TICK_NANOS;
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
