package factory.integration.app.move;

import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** All events of a store in their order, up to what was there at the beginning. */
final class StoredEvents implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private final BlockingStream<TrackedEventMessage<?>> stream;
  private final long head;
  private long position;

  StoredEvents(EventStore store) {
    this.head = position(store.createHeadToken());
    this.position = position(store.createTailToken());
    this.stream = store.openStream(store.createTailToken());
  }

  static boolean areNone(EventStore store) {
    return position(store.createHeadToken()) <= position(store.createTailToken());
  }

  /** The next event, or null behind the last one. */
  @Nullable TrackedEventMessage<?> next() throws InterruptedException {
    if (position >= head) {
      return null;
    }
    if (!stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "the event store gave nothing behind position %d, though it has events up to %d"
              .formatted(position, head));
    }
    TrackedEventMessage<?> event = stream.nextAvailable();
    position = position(event.trackingToken());
    return event;
  }

  @Override
  public void close() {
    stream.close();
  }

  private static long position(@Nullable TrackingToken token) {
    return token == null ? -1 : token.position().orElse(-1);
  }
}
