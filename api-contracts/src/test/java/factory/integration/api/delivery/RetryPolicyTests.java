package factory.integration.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryPolicyTests {

  @Test
  void waitsAsLongAsTheListSays() {
    RetryPolicy policy = RetryPolicy.custom(List.of(25L, 3_600L), null);

    assertThat(policy.delayAfter(1, 0.99)).contains(Duration.ofSeconds(25));
    assertThat(policy.delayAfter(2, 0)).contains(Duration.ofHours(1));
    assertThat(policy.delayAfter(3, 0)).isEmpty();
  }

  @Test
  void growsEachDelayByAShareOfTheJitter() {
    RetryPolicy policy = new RetryPolicy("test", 1, List.of(100L), 10, null);

    assertThat(policy.delayAfter(1, 0)).contains(Duration.ofSeconds(100));
    assertThat(policy.delayAfter(1, 0.5)).contains(Duration.ofSeconds(105));
    assertThat(policy.delayAfter(1, 0.999)).contains(Duration.ofMillis(109_990));
  }

  @Test
  void neverRetriesWithoutDelays() {
    assertThat(RetryPolicy.custom(List.of(), null).delayAfter(1, 0)).isEmpty();
  }

  @Test
  void refusesDelaysOutOfBounds() {
    assertThatThrownBy(() -> RetryPolicy.custom(List.of(-1L), null)).hasMessageContaining("delay");
    assertThatThrownBy(() -> RetryPolicy.custom(List.of(2_592_001L), null))
        .hasMessageContaining("30 days");
    assertThatThrownBy(() -> RetryPolicy.custom(Collections.nCopies(101, 1L), null))
        .hasMessageContaining("100");
  }

  @Test
  void refusesToGiveUpBeforeItBegins() {
    assertThatThrownBy(() -> RetryPolicy.custom(List.of(1L), 0L))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("giveUpAfterSeconds");
  }
}
