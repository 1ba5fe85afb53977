package factory.integration.app;

import factory.integration.saga.stream.ForwardingEventSource;
import factory.integration.saga.stream.ForwardingStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * The event store for processors that need not know at once: a reader that has caught up rests for
 * a moment, so that it then finds a batch instead of waking for every event.
 */
final class CalmEventSource extends ForwardingEventSource {

  private final long restNanos;

  CalmEventSource(StreamableMessageSource<TrackedEventMessage<?>> events, Duration rest) {
    super(events);
    this.restNanos = rest.toNanos();
  }

  @Override
  protected BlockingStream<TrackedEventMessage<?>> wrap(
      BlockingStream<TrackedEventMessage<?>> opened) {
    return new ForwardingStream(opened) {
      @Override
      public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (opened.hasNextAvailable()) {
          return true;
        }
        if (timeout == 0 || !opened.hasNextAvailable(timeout, unit)) {
          return false;
        }
        LockSupport.parkNanos(restNanos);
        return true;
      }
    };
  }
}
