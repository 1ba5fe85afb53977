package factory.integration.adapter.servicebus.inbound;

import factory.integration.gateway.busletter.BusDeadLetterCount;
import factory.integration.gateway.problem.RequestRefused;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks into the dead-letter sub-queue from time to time, and says when there are more. */
final class DeadLetterWatch implements BusDeadLetterCount, SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterWatch.class);
  private static final int MOST = 1_000;

  private final IntUnaryOperator count;
  private final Duration pause;
  private volatile OptionalInt waiting = OptionalInt.empty();
  private volatile @Nullable CountDownLatch ending;

  /**
   * @param count counts what waits, up to a number
   */
  DeadLetterWatch(IntUnaryOperator count, Duration pause) {
    this.count = count;
    this.pause = pause;
  }

  @Override
  public OptionalInt waiting() {
    return waiting;
  }

  @Override
  public void start() {
    CountDownLatch end = new CountDownLatch(1);
    ending = end;
    Thread.ofVirtual().name("bus-dead-letter-watch").start(() -> watch(end));
  }

  @Override
  public void stop() {
    CountDownLatch end = ending;
    ending = null;
    if (end != null) {
      end.countDown();
    }
  }

  @Override
  public boolean isRunning() {
    return ending != null;
  }

  private void watch(CountDownLatch end) {
    try {
      do {
        look();
      } while (!end.await(pause.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      int now = count.applyAsInt(MOST);
      if (now > waiting.orElse(0)) {
        LOG.warn(
            "{}{} messages wait among the dead letters of the bus; GET /v1/admin/bus/dead-letters",
            now,
            now == MOST ? " or more" : "");
      }
      waiting = OptionalInt.of(now);
    } catch (RequestRefused busIsAway) {
      waiting = OptionalInt.empty();
    }
  }
}
