package factory.integration.saga.delivery;

import java.util.function.LongPredicate;
import java.util.function.LongSupplier;

/** Tells what was in the event stream already when this node's turn began from what came since. */
final class CatchUp {

  private final LongSupplier head;
  private final LongPredicate reached;
  private volatile long startedAt = Long.MAX_VALUE;
  private volatile boolean over;

  /**
   * @param head position of the latest stored event
   * @param reached whether routing and delivery have handled every event up to a position: without
   *     the first, subscriptions would look deleted that were only not met yet
   */
  CatchUp(LongSupplier head, LongPredicate reached) {
    this.head = head;
    this.reached = reached;
  }

  /** Marks the end of what was there already; called before the first event is read. */
  synchronized void begin() {
    startedAt = head.getAsLong();
    over = false;
  }

  /** Whether an event came after the beginning. */
  boolean isPast(long position) {
    return position > startedAt;
  }

  /** Whether everything that was there already has been handled. */
  synchronized boolean isOver() {
    if (!over) {
      over = startedAt != Long.MAX_VALUE && reached.test(startedAt);
    }
    return over;
  }
}
