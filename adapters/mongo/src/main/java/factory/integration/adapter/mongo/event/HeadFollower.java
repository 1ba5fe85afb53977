package factory.integration.adapter.mongo.event;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads every new event and does nothing with it. Axon's event store fills the memory that its
 * streams share while at least one of them reads from there. Were there none for a while, as during
 * an outage, those that come later would be ahead of that memory, could not join it, and would
 * notice new events a second late for ever.
 */
final class HeadFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HeadFollower.class);

  private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();

  private final Supplier<BlockingStream<TrackedEventMessage<?>>> atHead;
  private volatile @Nullable Thread thread;
  private volatile boolean closed;

  /**
   * @param atHead opens a stream of what is stored from now on
   */
  HeadFollower(Supplier<BlockingStream<TrackedEventMessage<?>>> atHead) {
    this.atHead = atHead;
  }

  /** Starts with the first call. */
  synchronized void start() {
    if (thread == null && !closed) {
      thread = Thread.ofPlatform().name("event-head").daemon().start(this::run);
    }
  }

  private void run() {
    while (!closed) {
      try (BlockingStream<TrackedEventMessage<?>> stream = atHead.get()) {
        follow(stream);
      } catch (RuntimeException e) {
        LOG.debug("the head of the stream cannot be read for now", e);
        LockSupport.parkNanos(PAUSE_NANOS);
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private void follow(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
    while (!closed) {
      if (stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
        stream.nextAvailable();
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }
}
