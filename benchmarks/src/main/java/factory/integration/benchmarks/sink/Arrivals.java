package factory.integration.benchmarks.sink;

import factory.integration.benchmarks.wire.LongLog;
import java.io.IOException;
import java.nio.file.Path;

/** When each delivery came first, by (sequence number, endpoint); written by the serving thread. */
final class Arrivals {

  private final LongLog firstArrival = new LongLog();
  private final int endpoints;
  private volatile long lastArrival;
  private volatile long duplicates;
  private volatile long unreadable;
  private volatile long delivered;

  Arrivals(int endpoints) {
    this.endpoints = endpoints;
  }

  void note(long sequence, int endpoint, long now) {
    if (sequence < 0 || endpoint >= endpoints) {
      unreadable++;
      return;
    }
    int slot = Math.toIntExact(sequence * endpoints + endpoint);
    if (firstArrival.get(slot) != 0) {
      duplicates++;
      return;
    }
    firstArrival.set(slot, now);
    lastArrival = now;
    delivered++;
  }

  /** Deliveries that came, each counted once. */
  long delivered() {
    return delivered;
  }

  String summary() {
    return "count delivered=%d duplicates=%d unreadable=%d last=%d"
        .formatted(delivered, duplicates, unreadable, lastArrival);
  }

  void writeTo(Path file) throws IOException {
    if (delivered >= 0) {
      firstArrival.writeTo(file);
    }
  }
}
