package factory.integration.adapter.servicebus;

import factory.integration.adapter.servicebus.connect.Backoff;
import factory.integration.saga.publication.OutgoingMessage;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Sends one batch after the other. When one fails, those that wait behind it fail too, since their
 * messages would overtake those that are about to be sent again.
 */
final class BusSender implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(5);

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("bus-sender").daemon().factory());
  private final LiveLink link;
  private final AtomicBoolean connecting = new AtomicBoolean();
  private volatile int failures;

  BusSender(LinkOpener opener, Backoff backoff) {
    this.link = new LiveLink(opener, backoff, this::connect);
  }

  boolean isConnected() {
    return link.isConnected();
  }

  /** Connects ahead of the first batch, and again after a loss, until it works. */
  void connect() {
    if (connecting.compareAndSet(false, true) && !thread.isShutdown()) {
      try {
        thread.execute(this::tryToConnect);
      } catch (RejectedExecutionException closedMeanwhile) {
        connecting.set(false);
      }
    }
  }

  CompletableFuture<Void> send(List<OutgoingMessage> messages) {
    Batch batch = new Batch(messages, failures, new CompletableFuture<>());
    try {
      thread.execute(batch);
    } catch (RejectedExecutionException closed) {
      batch.fail("the platform is stopping", closed);
    }
    return batch.done;
  }

  /** Lets the batch on its way finish, for a while. */
  @Override
  public void close() {
    link.end();
    thread.shutdown();
    try {
      thread.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Runnable waiting : thread.shutdownNow()) {
      if (waiting instanceof Batch batch) {
        batch.fail("the platform is stopping", new RejectedExecutionException());
      }
    }
    link.drop();
  }

  private void tryToConnect() {
    connecting.set(false);
    try {
      link.get();
    } catch (JMSException | RuntimeException e) {
      link.failed(e);
      connect();
    }
  }

  private final class Batch implements Runnable {

    private final List<OutgoingMessage> messages;
    private final int failuresBefore;
    private final CompletableFuture<Void> done;

    Batch(List<OutgoingMessage> messages, int failuresBefore, CompletableFuture<Void> done) {
      this.messages = messages;
      this.failuresBefore = failuresBefore;
      this.done = done;
    }

    @Override
    public void run() {
      if (failuresBefore != failures) {
        fail("a batch before it failed", null);
        return;
      }
      try {
        link.get().send(messages);
        link.succeeded();
        done.complete(null);
      } catch (JMSException | RuntimeException e) {
        failures++;
        link.failed(e);
        fail(e.getMessage(), e);
        connect();
      }
    }

    void fail(@Nullable String reason, @Nullable Throwable cause) {
      done.completeExceptionally(
          new PublicationFailed("messages are not published: " + reason, cause));
    }
  }
}
