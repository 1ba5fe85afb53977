package factory.integration.adapter.sqlite.event;

import factory.integration.adapter.sqlite.CommitListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest events in memory, as the objects that were appended. The writer's thread adds to it
 * after each commit; streams read it without a lock and wait on it for more.
 */
final class EventTail implements CommitListener {

  private static final Logger LOG = LoggerFactory.getLogger(EventTail.class);

  private final AtomicReferenceArray<@Nullable TrackedEventMessage<?>> slots;
  private final int[] sizes;
  private final long maxBytes;
  private final List<Staged> staged = new ArrayList<>();
  private final List<Runnable> callbacks = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private volatile long head;
  private long oldest;
  private long heldBytes;

  private record Staged(TrackedEventMessage<?> message, int bytes) {}

  /**
   * @param head position of the last event in the store, 0 when it is empty
   * @param capacity a power of two
   * @param maxBytes of serialised events that stay in memory
   */
  EventTail(long head, int capacity, long maxBytes) {
    this.slots = new AtomicReferenceArray<>(capacity);
    this.sizes = new int[capacity];
    this.maxBytes = maxBytes;
    this.head = head;
    this.oldest = head + 1;
  }

  /** Keeps an event until its group is committed; called by the writer. */
  void stage(long position, EventMessage<?> event, int bytes) {
    var token = new GlobalSequenceTrackingToken(position);
    staged.add(new Staged(EventUtils.asTrackedEventMessage(event, token), bytes));
  }

  @Override
  public void committed() {
    if (staged.isEmpty()) {
      return;
    }
    staged.forEach(this::add);
    head = positionOf(staged.getLast().message());
    staged.clear();
    wakeStreams();
  }

  @Override
  public void rolledBack() {
    staged.clear();
  }

  /** Position of the last event that streams can see. */
  long head() {
    return head;
  }

  /** The event at the position, or nothing when it is not in memory any more or not there yet. */
  @Nullable TrackedEventMessage<?> find(long position) {
    TrackedEventMessage<?> event = slots.getAcquire(slot(position));
    return event != null && positionOf(event) == position ? event : null;
  }

  /** Waits at most so long for an event after the position. */
  void awaitAfter(long position, long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (head <= position) {
        grown.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Calls back on the writer's thread after each commit, so the callback must be short. */
  void addCallback(Runnable callback) {
    callbacks.add(callback);
  }

  void removeCallback(Runnable callback) {
    callbacks.remove(callback);
  }

  private void add(Staged added) {
    long position = positionOf(added.message());
    while (position - oldest >= slots.length()
        || heldBytes + added.bytes() > maxBytes && oldest < position) {
      drop(oldest++);
    }
    slots.setRelease(slot(position), added.message());
    sizes[slot(position)] = added.bytes();
    heldBytes += added.bytes();
  }

  private void drop(long position) {
    slots.setRelease(slot(position), null);
    heldBytes -= sizes[slot(position)];
    sizes[slot(position)] = 0;
  }

  private void wakeStreams() {
    lock.lock();
    try {
      grown.signalAll();
    } finally {
      lock.unlock();
    }
    callbacks.forEach(EventTail::call);
  }

  /** The events are committed, whatever becomes of the call. */
  private static void call(Runnable callback) {
    try {
      callback.run();
    } catch (RuntimeException e) {
      LOG.warn("a stream's callback failed", e);
    }
  }

  private int slot(long position) {
    return (int) (position & (slots.length() - 1));
  }

  private static long positionOf(TrackedEventMessage<?> event) {
    return ((GlobalSequenceTrackingToken) event.trackingToken()).getGlobalIndex();
  }
}
