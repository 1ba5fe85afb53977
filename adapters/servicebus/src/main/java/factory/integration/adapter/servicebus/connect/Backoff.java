package factory.integration.adapter.servicebus.connect;

import jakarta.jms.ResourceAllocationException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/** How long to leave a bus alone that failed: longer with each failure in a row. */
public final class Backoff {

  private final Duration first;
  private final Duration longest;
  private final LongSupplier nanoTime;
  private Duration next;
  private long readyAt;

  public Backoff(Duration first, Duration longest, LongSupplier nanoTime) {
    this.first = first;
    this.longest = longest;
    this.nanoTime = nanoTime;
    this.next = first;
    this.readyAt = nanoTime.getAsLong();
  }

  public void failed() {
    readyAt = nanoTime.getAsLong() + next.toNanos();
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(longest) < 0 ? doubled : longest;
  }

  /** Waits as long as the cause asks for. */
  public void failed(Exception cause) {
    if (asksForPatience(cause)) {
      throttled();
    } else {
      failed();
    }
  }

  /** The bus asked for patience. */
  public void throttled() {
    next = longest;
    failed();
  }

  public void succeeded() {
    next = first;
    readyAt = nanoTime.getAsLong();
  }

  /** As Service Bus says it, by an AMQP condition that JMS knows or one of its own. */
  private static boolean asksForPatience(Exception cause) {
    String message = Objects.requireNonNullElse(cause.getMessage(), "");
    return cause instanceof ResourceAllocationException
        || message.contains("server-busy")
        || message.contains("50009");
  }

  /** Nothing or less when the bus may be tried. */
  public Duration remaining() {
    return Duration.ofNanos(readyAt - nanoTime.getAsLong());
  }
}
