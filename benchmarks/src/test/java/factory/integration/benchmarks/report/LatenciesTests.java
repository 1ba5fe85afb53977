package factory.integration.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTests {

  private final Latencies latencies = new Latencies();

  @Test
  void tellsQuantilesInMilliseconds() {
    for (int i = 1; i <= 100; i++) {
      latencies.add(i * 1_000_000L);
    }
    assertThat(latencies).hasToString("50.00 / 95.03 / 99.02 / 100.0 ms");
  }

  @Test
  void countsAnArrivalBeforeThe202AsNoTime() {
    latencies.add(-5);
    assertThat(latencies.millisAt(100)).isZero();
    assertThat(latencies.count()).isEqualTo(1);
  }
}
