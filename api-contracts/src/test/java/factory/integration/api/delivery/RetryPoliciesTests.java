package factory.integration.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPoliciesTests {

  private static final List<Long> DEFAULTS = List.of(25L, 3_600L, 3_600L, 86_400L, 86_400L);

  @Test
  void namesThePresets() {
    assertThat(RetryPolicies.named("standard")).contains(RetryPolicies.STANDARD);
    assertThat(RetryPolicies.named("avvyr")).contains(RetryPolicies.AVVYR);
    assertThat(RetryPolicies.named("sevenDays")).contains(RetryPolicies.SEVEN_DAYS);
    assertThat(RetryPolicies.named("custom")).isEmpty();
  }

  @Test
  void waitsAsPublished() {
    assertThat(RetryPolicies.STANDARD.delaysSeconds())
        .containsExactly(5L, 300L, 1_800L, 7_200L, 18_000L, 36_000L, 50_400L);
    assertThat(RetryPolicies.AVVYR.delaysSeconds()).containsExactly(25L, 3_600L, 3_600L, 86_400L);
  }

  @Test
  void goesOnForSevenDaysWithGrowingDelays() {
    List<Long> delays = RetryPolicies.SEVEN_DAYS.delaysSeconds();

    assertThat(delays).isSorted().startsWith(30L, 60L, 120L).last().isEqualTo(43_200L);
    assertThat(delays.stream().mapToLong(Long::longValue).sum())
        .isBetween(Duration.ofDays(7).toSeconds(), Duration.ofDays(8).toSeconds());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void takesThatManyOfTheDefaultDelays(int retries) {
    assertThat(RetryPolicies.counted(retries).delaysSeconds())
        .isEqualTo(DEFAULTS.subList(0, retries));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 6})
  void refusesOtherCounts(int retries) {
    assertThatThrownBy(() -> RetryPolicies.counted(retries))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 to 5");
  }
}
