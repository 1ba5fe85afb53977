package factory.integration.saga.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryPropertiesTests {

  private static final Duration LEASE = Duration.ofSeconds(5);
  private static final Duration GRACE = Duration.ofSeconds(20);

  @Test
  void giveTheLimits() {
    assertThat(new DeliveryProperties(4, 3, 2, 1, LEASE, GRACE).limits())
        .isEqualTo(new DeliveryLimits(4, 3, 2, 1));
  }

  @Test
  void nameTheSettingThatIsWrong() {
    expectRefusal("max-in-flight is at least 1, not 0", 0, 1, 1, 1, LEASE, GRACE);
    expectRefusal("max-in-flight-per-tenant is at least 1, not -1", 1, -1, 1, 1, LEASE, GRACE);
    expectRefusal("max-in-flight-per-endpoint is at least 1, not 0", 1, 1, 0, 1, LEASE, GRACE);
    expectRefusal("max-in-memory-per-endpoint is at least 1, not 0", 1, 1, 1, 0, LEASE, GRACE);
    expectRefusal(leaseIs("PT1S"), 1, 1, 1, 1, Duration.ofSeconds(1), GRACE);
    expectRefusal(leaseIs("PT31S"), 1, 1, 1, 1, Duration.ofSeconds(31), GRACE);
    expectRefusal("shutdown-grace is not negative", 1, 1, 1, 1, LEASE, GRACE.negated());
  }

  private static String leaseIs(String text) {
    return "lease is at least 3s and at most 30s, not " + text;
  }

  private static void expectRefusal(
      String message,
      int all,
      int tenant,
      int endpoint,
      int memory,
      Duration lease,
      Duration grace) {
    assertThatThrownBy(() -> new DeliveryProperties(all, tenant, endpoint, memory, lease, grace))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("platform.delivery." + message);
  }
}
