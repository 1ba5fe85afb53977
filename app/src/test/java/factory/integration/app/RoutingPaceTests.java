package factory.integration.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingPaceTests {

  private final List<Duration> waits = new ArrayList<>();
  private long lag;
  private long now;
  private final RoutingPace pace =
      new RoutingPace(() -> lag, () -> now, nanos -> waits.add(Duration.ofNanos(nanos)));

  @Test
  void doesNotWaitWhileRoutingKeepsUp() {
    keepAtLag(0);
    keepAtLag(4_000);
    assertThat(waits).isEmpty();
  }

  @Test
  void waitsTheLongerTheFurtherRoutingIsBehind() {
    keepAtLag(4_500);
    keepAtLag(9_000);
    assertThat(waits).containsExactly(Duration.ofMillis(10), Duration.ofMillis(100));
  }

  @Test
  void neverWaitsLongHoweverFarRoutingIsBehind() {
    keepAtLag(Long.MAX_VALUE / 100_000);
    assertThat(waits).containsExactly(Duration.ofMillis(250));
  }

  @Test
  void looksAtRoutingNowAndThenOnly() {
    keepAtLag(9_000);
    lag = 0;
    pace.keep();
    assertThat(waits).as("what was known a moment ago still counts").hasSize(2);
    keepAtLag(0);
    assertThat(waits).hasSize(2);
  }

  private void keepAtLag(long events) {
    lag = events;
    now += Duration.ofMillis(5).toNanos();
    pace.keep();
  }
}
