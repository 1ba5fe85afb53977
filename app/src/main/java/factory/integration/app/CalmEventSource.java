package factory.integration.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * The event store for processors that need not know at once: a reader that has caught up rests for
 * a moment, so that it then finds a batch instead of waking for every event.
 */
final class CalmEventSource implements StreamableMessageSource<TrackedEventMessage<?>> {

  private final StreamableMessageSource<TrackedEventMessage<?>> events;
  private final long restNanos;

  CalmEventSource(StreamableMessageSource<TrackedEventMessage<?>> events, Duration rest) {
    this.events = events;
    this.restNanos = rest.toNanos();
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
    return new CalmStream(events.openStream(token), restNanos);
  }

  @Override
  public TrackingToken createTailToken() {
    return events.createTailToken();
  }

  @Override
  public TrackingToken createHeadToken() {
    return events.createHeadToken();
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return events.createTokenAt(dateTime);
  }

  private record CalmStream(BlockingStream<TrackedEventMessage<?>> stream, long restNanos)
      implements BlockingStream<TrackedEventMessage<?>> {

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      if (stream.hasNextAvailable()) {
        return true;
      }
      if (timeout == 0 || !stream.hasNextAvailable(timeout, unit)) {
        return false;
      }
      LockSupport.parkNanos(restNanos);
      return true;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return stream.peek();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      return stream.nextAvailable();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      return stream.setOnAvailableCallback(callback);
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
      stream.skipMessagesWithPayloadTypeOf(ignored);
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
