package factory.integration.app;

import factory.integration.gateway.event.PublishPace;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The longer the way from the stream's head back to where routing stands, the longer each publisher
 * waits. Without this, accepting takes the processor time that routing needs; routing then has to
 * read from the disk what it could have had from memory, and falls behind ever faster.
 */
final class RoutingPace implements PublishPace {

  private static final long FREE_EVENTS = 4_000;
  private static final long NANOS_PER_EVENT = 20_000;
  private static final long MAX_NANOS = Duration.ofMillis(250).toNanos();
  private static final long REFRESH_NANOS = Duration.ofMillis(5).toNanos();

  private final LongSupplier lag;
  private final LongSupplier nanoTime;
  private final LongConsumer park;
  private final AtomicLong readAt;
  private volatile long known;

  /**
   * @param lag events in the stream that routing has not seen
   */
  RoutingPace(LongSupplier lag) {
    this(lag, System::nanoTime, LockSupport::parkNanos);
  }

  RoutingPace(LongSupplier lag, LongSupplier nanoTime, LongConsumer park) {
    this.lag = lag;
    this.nanoTime = nanoTime;
    this.park = park;
    this.readAt = new AtomicLong(nanoTime.getAsLong() - REFRESH_NANOS);
  }

  @Override
  public void keep() {
    long wait = Math.min((lag() - FREE_EVENTS) * NANOS_PER_EVENT, MAX_NANOS);
    if (wait > 0) {
      park.accept(wait);
    }
  }

  private long lag() {
    long now = nanoTime.getAsLong();
    long last = readAt.get();
    if (now - last >= REFRESH_NANOS && readAt.compareAndSet(last, now)) {
      known = lag.getAsLong();
    }
    return known;
  }
}
