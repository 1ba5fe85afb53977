package factory.integration.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Publishes on schedule. When no connection is free a request waits, and its latency counts from
 * its intended time all the same. One thread sends, another takes the answers.
 */
final class OpenLoad {

  private static final long PATIENCE_SECONDS = 60;

  private final Connections connections;
  private final Journal journal;
  private final BlockingQueue<PublishConnection> free;
  private volatile boolean sending = true;

  OpenLoad(Connections connections, Journal journal) {
    this.connections = connections;
    this.journal = journal;
    this.free = new LinkedBlockingQueue<>(connections.all());
  }

  /** Sends that many events and waits for the answers, a minute at most. */
  void run(OpenSchedule schedule, long count) throws InterruptedException {
    Thread receiver = Thread.ofPlatform().name("answers").start(this::takeAnswers);
    try {
      send(schedule, count);
    } finally {
      sending = false;
      connections.wakeUp();
      receiver.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }
  }

  private void send(OpenSchedule schedule, long count) throws InterruptedException {
    for (long index = 0; index < count; ) {
      long due = Math.min(count, schedule.dueAt(System.nanoTime()));
      for (; index < due; index++) {
        PublishConnection connection = free.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (connection == null) {
          throw new IllegalStateException("no answer for a minute: is the platform alive?");
        }
        long sequence = journal.next();
        journal.sending(sequence, schedule.intendedNanos(index));
        connection.send(sequence);
      }
      LockSupport.parkNanos(schedule.intendedNanos(index) - System.nanoTime());
    }
  }

  private void takeAnswers() {
    try {
      long patience = 0;
      while (sending || journal.hasUnanswered()) {
        connections.takeAnswers(free::add);
        patience = sending ? 0 : patience == 0 ? deadline() : patience;
        if (patience != 0 && System.nanoTime() > patience) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long deadline() {
    return System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
  }
}
