package factory.integration.saga.delivery;

import org.jspecify.annotations.Nullable;

/** An attempt in memory; guarded by the lock of its {@link DeliveryQueue}. */
final class QueuedDelivery {

  enum State {
    /** In its lane, not at its head. */
    BLOCKED,
    READY,
    IN_FLIGHT,
    /** The call is over, its outcome not yet seen in the event stream. */
    ANSWERED,
    /** The head of a strict lane until its retry. */
    WAITING
  }

  final EndpointQueue endpoint;
  final @Nullable DeliveryLane lane;
  final long position;
  DueDelivery due;
  State state = State.BLOCKED;

  QueuedDelivery(DueDelivery due, EndpointQueue endpoint, @Nullable DeliveryLane lane) {
    this.due = due;
    this.endpoint = endpoint;
    this.lane = lane;
    this.position = due.position();
  }
}
