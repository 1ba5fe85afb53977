package factory.integration.adapter.servicebus.inbound;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;

/** Takes events from the bus while it runs: from when the platform works until it stops. */
final class InboundListener implements SmartLifecycle {

  private static final Duration GRACE = Duration.ofSeconds(10);

  private final int count;
  private final Supplier<InboundConsumer> newConsumer;
  private volatile List<InboundConsumer> consumers = List.of();
  private volatile List<Thread> threads = List.of();

  InboundListener(int count, Supplier<InboundConsumer> newConsumer) {
    this.count = count;
    this.newConsumer = newConsumer;
  }

  boolean isConnected() {
    return isRunning() && consumers.stream().allMatch(InboundConsumer::isConnected);
  }

  @Override
  public void start() {
    consumers = Stream.generate(newConsumer).limit(count).toList();
    threads =
        IntStream.range(0, count)
            .mapToObj(
                i -> Thread.ofPlatform().name("bus-inbound-" + i).daemon().start(consumers.get(i)))
            .toList();
  }

  /** Lets the messages in hand be taken, for a while; what is not goes back to the queue. */
  @Override
  public void stop() {
    consumers.forEach(InboundConsumer::end);
    for (Thread thread : threads) {
      join(thread);
    }
    threads = List.of();
    consumers = List.of();
  }

  @Override
  public boolean isRunning() {
    return !threads.isEmpty();
  }

  private static void join(Thread thread) {
    try {
      if (!thread.join(GRACE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
