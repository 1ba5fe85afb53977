package factory.integration.benchmarks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class UsageTests {

  @Test
  void readsWhatThisProcessUsed() {
    Usage usage = Usage.of(ProcessHandle.current().pid());
    assertThat(usage.cpuNanos()).isPositive();
    assertThat(usage.peakRssBytes()).isGreaterThan(10_000_000);
    assertThat(usage.writtenBytes()).isNotNegative();
  }

  @Test
  void addsUserAndSystemTimeWhateverTheProcessIsCalled() {
    String stat = "42 (a ) b) S 1 1 1 0 -1 0 10 0 0 0 150 50 0 0 20 0 33 0 1 2 3";
    assertThat(Usage.cpuNanos(stat)).isEqualTo(2_000_000_000L);
  }

  @Test
  void saysWhichFieldIsMissing() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Usage.field("a: 1", "b:"))
        .withMessageContaining("no b:");
  }
}
