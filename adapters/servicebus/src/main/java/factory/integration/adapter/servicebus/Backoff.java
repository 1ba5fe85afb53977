package factory.integration.adapter.servicebus;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long to leave a bus alone that failed: longer with each failure in a row. */
final class Backoff {

  private final Duration first;
  private final Duration longest;
  private final LongSupplier nanoTime;
  private Duration next;
  private long readyAt;

  Backoff(Duration first, Duration longest, LongSupplier nanoTime) {
    this.first = first;
    this.longest = longest;
    this.nanoTime = nanoTime;
    this.next = first;
    this.readyAt = nanoTime.getAsLong();
  }

  void failed() {
    readyAt = nanoTime.getAsLong() + next.toNanos();
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(longest) < 0 ? doubled : longest;
  }

  /** The bus asked for patience. */
  void throttled() {
    next = longest;
    failed();
  }

  void succeeded() {
    next = first;
    readyAt = nanoTime.getAsLong();
  }

  /** Nothing or less when the bus may be tried. */
  Duration remaining() {
    return Duration.ofNanos(readyAt - nanoTime.getAsLong());
  }
}
