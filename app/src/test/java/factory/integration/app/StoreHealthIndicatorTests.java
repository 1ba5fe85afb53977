package factory.integration.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class StoreHealthIndicatorTests {

  @Test
  void isUpWhileTheStoreIsReachable() {
    assertThat(new StoreHealthIndicator(() -> true).health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void isOutOfServiceWhileTheStoreIsNot() {
    var health = new StoreHealthIndicator(() -> false).health();
    assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    assertThat(health.getDetails()).containsKey("reason");
  }
}
