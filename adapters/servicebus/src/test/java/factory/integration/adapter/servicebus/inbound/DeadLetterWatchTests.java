package factory.integration.adapter.servicebus.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.gateway.problem.RequestRefused;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLetterWatchTests {

  private static final int AWAY = -1;

  private final AtomicInteger letters = new AtomicInteger();
  private final DeadLetterWatch watch =
      new DeadLetterWatch(most -> Math.min(most, count()), Duration.ofMillis(5));

  @AfterEach
  void stop() {
    watch.stop();
  }

  @Test
  void knowsNothingBeforeItLooks() {
    assertThat(watch.waiting()).isEmpty();
    assertThat(watch.isRunning()).isFalse();
  }

  @Test
  void followsWhatWaitsAndForgetsItWhileTheBusIsAway() {
    letters.set(2);
    watch.start();
    await().until(() -> watch.waiting().orElse(0) == 2);
    letters.set(AWAY);
    await().until(() -> watch.waiting().isEmpty());
    letters.set(5_000);
    await().until(() -> watch.waiting().orElse(0) == 1_000);
    letters.set(0);
    await().until(() -> watch.waiting().orElse(AWAY) == 0);
  }

  private int count() {
    if (letters.get() == AWAY) {
      throw RequestRefused.unavailable("the bus is away");
    }
    return letters.get();
  }
}
