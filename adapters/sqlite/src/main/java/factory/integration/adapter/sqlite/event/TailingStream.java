package factory.integration.adapter.sqlite.event;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * All events after a position, in order: from memory where they are there, else page by page from
 * the file. Used by one thread at a time.
 */
final class TailingStream implements TrackingEventStream {

  private static final int PAGE_EVENTS = 500;
  private static final long LONG_WAIT_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final SqliteEventStorageEngine engine;
  private final EventTail tail;
  private final Deque<TrackedEventMessage<?>> page = new ArrayDeque<>();
  private long position;
  private @Nullable TrackedEventMessage<?> next;
  private @Nullable Runnable callback;

  TailingStream(SqliteEventStorageEngine engine, long after) {
    this.engine = engine;
    this.tail = engine.tail();
    this.position = after;
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    if (next == null) {
      next = find();
    }
    return Optional.ofNullable(next);
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    if (peek().isPresent()) {
      return true;
    }
    long deadline = System.nanoTime() + unit.toNanos(timeout);
    for (long left = unit.toNanos(timeout); left > 0; left = deadline - System.nanoTime()) {
      tail.awaitAfter(position, left);
      if (peek().isPresent()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    TrackedEventMessage<?> event = peek().orElse(null);
    while (event == null) {
      tail.awaitAfter(position, LONG_WAIT_NANOS);
      event = peek().orElse(null);
    }
    next = null;
    return event;
  }

  @Override
  public boolean setOnAvailableCallback(Runnable called) {
    close();
    callback = called;
    tail.addCallback(called);
    called.run();
    return true;
  }

  @Override
  public void close() {
    Runnable registered = callback;
    callback = null;
    if (registered != null) {
      tail.removeCallback(registered);
    }
  }

  private @Nullable TrackedEventMessage<?> find() {
    TrackedEventMessage<?> event = page.poll();
    while (event == null && tail.head() > position) {
      event = tail.find(position + 1);
      if (event != null) {
        position++;
      } else {
        event = readOn();
      }
    }
    return event;
  }

  /** Reads the next page; its events may all have been upcast to nothing. */
  private @Nullable TrackedEventMessage<?> readOn() {
    EventPage read = engine.pageAfter(position, PAGE_EVENTS);
    page.addAll(engine.messagesOf(read).toList());
    position = read.lastPosition();
    return page.poll();
  }
}
