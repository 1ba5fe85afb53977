package factory.integration.saga.delivery;

import factory.integration.saga.stream.StreamMemory;
import java.util.List;
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
  private final List<StreamMemory> memories;
  private volatile boolean mine;
  private volatile boolean open;

  DeliveryTurn(
      OwnedWork work,
      CatchUp catchUp,
      DeliveryQueue queue,
      BatchBarrier barrier,
      List<StreamMemory> memories) {
    this.work = work;
    this.catchUp = catchUp;
    this.queue = queue;
    this.barrier = barrier;
    this.memories = List.copyOf(memories);
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

  /** Keeps what a node without the turn knows as the one with the turn changes it. */
  void followOthers() {
    barrier.betweenBatches(
        () -> {
          if (!mine) {
            memories.forEach(StreamMemory::followOthers);
          }
        });
  }

  void begin() {
    barrier.betweenBatches(
        () -> {
          open = false;
          memories.forEach(StreamMemory::reload);
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
