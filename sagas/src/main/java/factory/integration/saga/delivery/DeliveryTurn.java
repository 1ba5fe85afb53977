package factory.integration.saga.delivery;

import factory.integration.saga.routing.SubscriptionDirectory;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * Says when it is this node's turn to make the deliveries: while it is the one that reads the
 * events of the outbound path. Of all nodes only that one meets requests and outcomes, so due work,
 * lanes and limits are its alone. A turn begins with nothing in memory, as after a start.
 */
public final class DeliveryTurn {

  private final OwnedWork work;
  private final CatchUp catchUp;
  private final DeliveryQueue queue;
  private final BatchBarrier barrier;
  private final SubscriptionDirectory subscriptions;
  private volatile boolean mine;
  private volatile boolean open;

  DeliveryTurn(
      OwnedWork work,
      CatchUp catchUp,
      DeliveryQueue queue,
      BatchBarrier barrier,
      SubscriptionDirectory subscriptions) {
    this.work = work;
    this.catchUp = catchUp;
    this.queue = queue;
    this.barrier = barrier;
    this.subscriptions = subscriptions;
  }

  /**
   * The same events; whoever opens them has the turn until the stream is closed. A processor opens
   * its stream when it has claimed its segment, and closes it before it gives the segment back.
   */
  public StreamableMessageSource<TrackedEventMessage<?>> follow(
      StreamableMessageSource<TrackedEventMessage<?>> events) {
    return new TurnSource(events, this);
  }

  /** Whether this node makes the deliveries. */
  public boolean isMine() {
    return mine;
  }

  /** Whether work that was there already has been taken over. */
  boolean isOpen() {
    return mine && open;
  }

  void opened() {
    open = true;
  }

  /** Keeps the subscriptions of a node without the turn as the one with the turn changes them. */
  void followOthers() {
    barrier.betweenBatches(
        () -> {
          if (!mine) {
            subscriptions.followOthers();
          }
        });
  }

  void begin() {
    barrier.betweenBatches(
        () -> {
          open = false;
          subscriptions.reload();
          work.begin();
          catchUp.begin();
          queue.restart();
          mine = true;
        });
  }

  void end() {
    mine = false;
    queue.pause();
  }
}
