package factory.integration.adapter.servicebus;

import jakarta.jms.CompletionListener;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The messages on their way: bounded in number and in time, over at the first failure. */
final class SendWindow implements CompletionListener {

  private final int size;
  private final Duration timeout;
  private final Semaphore places;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  SendWindow(int size, Duration timeout) {
    this.size = size;
    this.timeout = timeout;
    this.places = new Semaphore(size);
  }

  /** Waits until another message may leave. */
  void enter() throws JMSException {
    acquire(1);
  }

  /** Waits until every message is acknowledged. */
  void awaitAll() throws JMSException {
    acquire(size);
    places.release(size);
  }

  @Override
  public void onCompletion(Message message) {
    places.release();
  }

  @Override
  public void onException(@Nullable Message message, Exception exception) {
    failure.compareAndSet(null, exception);
    places.release();
  }

  private void acquire(int permits) throws JMSException {
    try {
      if (!places.tryAcquire(permits, timeout.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new JMSException("no acknowledgement within " + timeout);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JMSException("interrupted while messages were on their way");
    }
    Exception failed = failure.get();
    if (failed == null) {
      return;
    }
    places.release(permits);
    if (failed instanceof JMSException known) {
      throw known;
    }
    JMSException unknown = new JMSException(failed.getMessage());
    unknown.initCause(failed);
    throw unknown;
  }
}
