package factory.integration.saga.delivery;

import org.jspecify.annotations.Nullable;

/** A delivery in memory; guarded by the lock of its {@link DeliveryQueue}. */
final class QueuedDelivery {

  enum State {
    /** In its lane, not at its head. */
    BLOCKED,
    READY,
    IN_FLIGHT,
    /** Cancelled while its call is under way: its lane goes on when that is over. */
    LEAVING,
    /** The call could not be made by a fault of our own. */
    RESTING,
    /** The call is over, its outcome not yet seen in the event stream. */
    ANSWERED,
    /** The head of a strict lane until its retry, or withdrawn. */
    WAITING
  }

  private static final int LONGEST_REST = 64;

  final EndpointQueue endpoint;
  final @Nullable DeliveryLane lane;

  /** Its place in the lane; a retry keeps it. */
  final long position;

  DueDelivery due;
  State state = State.BLOCKED;
  private int faults;
  private int restLeft;

  QueuedDelivery(DueDelivery due, EndpointQueue endpoint, @Nullable DeliveryLane lane) {
    this.due = due;
    this.endpoint = endpoint;
    this.lane = lane;
    this.position = due.position();
  }

  /** Lets it wait for an event: its retry, or its cancellation. */
  void hold() {
    if (state == State.READY) {
      endpoint.ready.remove(this);
    }
    state = State.WAITING;
  }

  boolean isFor(StartedCall call) {
    return due.attempt() == call.due().attempt();
  }

  /** Each fault of our own makes the rest twice as long: it may not pass by itself. */
  void rest() {
    state = State.RESTING;
    restLeft = Math.min(1 << Math.min(faults++, 6), LONGEST_REST);
  }

  /** Lets it wait for the next sweep, through no fault of its own. */
  void restBriefly() {
    state = State.RESTING;
    restLeft = 1;
  }

  /** Answers true when it has rested enough. */
  boolean hasRested() {
    return --restLeft <= 0;
  }
}
