package factory.integration.saga.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the earliest deadline and lets it fire. It looks into the store at least once a second,
 * so that it also sees what another node left behind, and that a clock that was set counts.
 */
final class DeadlineClock {

  private static final Logger log = LoggerFactory.getLogger(DeadlineClock.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
  private static final Duration CLAIM = Duration.ofSeconds(30);
  private static final int BATCH = 200;

  private final DeadlineStore store;
  private final DeadlineExecutor executor;
  private final Clock clock;
  private final String owner;
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Instant next = Instant.MIN;
  private boolean stopped;

  DeadlineClock(DeadlineStore store, DeadlineExecutor executor, Clock clock, String owner) {
    this.store = store;
    this.executor = executor;
    this.clock = clock;
    this.owner = owner;
  }

  /** Says that a deadline was scheduled. */
  void expect(Instant dueAt) {
    lock.lock();
    try {
      if (dueAt.isBefore(next)) {
        next = dueAt;
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** A deadline that is overdue still was claimed elsewhere or failed: it must not keep us busy. */
  private void expectFromStore(Instant dueAt) {
    Instant soonest = clock.instant().plus(SHORTEST_WAIT);
    expect(dueAt.isBefore(soonest) ? soonest : dueAt);
  }

  /** Fires until it is stopped; runs in a thread of its own. */
  void run() {
    while (awaitNext()) {
      try {
        fireDue();
        store.earliest().ifPresent(this::expectFromStore);
      } catch (RuntimeException e) {
        log.warn("deadlines could not be read and are tried again: {}", e.toString());
      }
    }
  }

  void stop() {
    lock.lock();
    try {
      stopped = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Fires everything that is due now. */
  void fireDue() {
    List<ScheduledDeadline> due;
    do {
      Instant now = clock.instant();
      due = store.claimDue(owner, now, now.plus(CLAIM), BATCH);
      if (!due.isEmpty()) {
        fireTogetherOrAlone(due);
      }
    } while (due.size() == BATCH);
  }

  private void fireTogetherOrAlone(List<ScheduledDeadline> due) {
    try {
      executor.fire(due);
    } catch (RuntimeException e) {
      log.debug("{} deadlines could not fire together: {}", due.size(), e.toString());
      due.forEach(this::fireAlone);
    }
  }

  private void fireAlone(ScheduledDeadline deadline) {
    try {
      executor.fire(List.of(deadline));
    } catch (RuntimeException e) {
      log.warn(
          "deadline {} ({}) failed and fires again when its claim has run out",
          deadline.name(),
          deadline.id(),
          e);
    }
  }

  /** Answers false when it was stopped. */
  private boolean awaitNext() {
    lock.lock();
    try {
      long wait = nanosUntil(next);
      while (wait > 0 && !stopped) {
        long left = changed.awaitNanos(wait);
        wait = left <= 0 ? 0 : Math.min(left, nanosUntil(next));
      }
      next = clock.instant().plus(LONGEST_WAIT);
      return !stopped;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private long nanosUntil(Instant instant) {
    Instant now = clock.instant();
    if (!instant.isAfter(now)) {
      return 0;
    }
    Duration wait = Duration.between(now, instant);
    return wait.compareTo(LONGEST_WAIT) > 0
        ? TimeUnit.SECONDS.toNanos(LONGEST_WAIT.toSeconds())
        : wait.toNanos();
  }
}
