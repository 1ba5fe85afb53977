package factory.integration.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.benchmarks.platform.StoreCosts;
import factory.integration.benchmarks.platform.Usage;
import org.junit.jupiter.api.Test;

class CostsTests {

  @Test
  void subtractsWhatWasUsedBefore() {
    StoreCosts none = StoreCosts.of("");
    Costs before = new Costs(100, new Usage(10, 1_000, 5), 3, 4, none);
    Costs after = new Costs(300, new Usage(110, 4_000, 9), 23, 54, none);
    Costs used = after.since(before);
    assertThat(used).isEqualTo(new Costs(200, new Usage(100, 3_000, 9), 20, 50, none));
    assertThat(used.cores(used.platform().cpuNanos())).isEqualTo(0.5);
  }
}
