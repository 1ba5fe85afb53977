package factory.integration.saga.delivery;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Tells what was in the event stream already when this node started from what came since. */
final class CatchUp {

  private final LongSupplier head;
  private final BooleanSupplier reachedHead;
  private volatile long startedAt = Long.MAX_VALUE;
  private volatile boolean over;

  /**
   * @param head position of the latest stored event, or -1
   * @param reachedHead whether the delivery processor has handled everything up to some moment
   *     after it was started
   */
  CatchUp(LongSupplier head, BooleanSupplier reachedHead) {
    this.head = head;
    this.reachedHead = reachedHead;
  }

  /** Marks the end of what was there already; called once, before the processor starts. */
  void begin() {
    startedAt = head.getAsLong();
  }

  /** Whether an event came after this node had started. */
  boolean isPast(long position) {
    return position > startedAt;
  }

  /** The position that marks the end of what was there already. */
  long startedAt() {
    return startedAt;
  }

  /** Whether everything that was there already has been handled. */
  boolean isOver() {
    if (!over) {
      over = reachedHead.getAsBoolean();
    }
    return over;
  }
}
