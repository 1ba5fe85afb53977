package factory.integration.benchmarks.load;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Publishes as fast as answers come: each connection sends its next event once it has the answer to
 * the one before. One thread does it all.
 */
final class ClosedLoad {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final Connections connections;
  private final Journal journal;

  ClosedLoad(Connections connections, Journal journal) {
    this.connections = connections;
    this.journal = journal;
  }

  /** Sends until the count or the time is reached, then waits for answers, a minute at most. */
  void run(long count, long seconds) throws IOException {
    long last = journal.next() + count;
    long stop = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    connections.all().forEach(connection -> sendNext(connection, last, stop));
    while (journal.hasUnanswered() && System.nanoTime() < stop + PATIENCE) {
      connections.takeAnswers(connection -> sendNext(connection, last, stop));
    }
  }

  private void sendNext(PublishConnection connection, long last, long stop) {
    long now = System.nanoTime();
    long sequence = journal.next();
    if (sequence < last && now < stop) {
      journal.sending(sequence, now);
      connection.send(sequence);
    }
  }
}
