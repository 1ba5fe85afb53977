package factory.integration.api.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import factory.integration.api.subscription.Ordering;
import org.junit.jupiter.api.Test;

class TriggerTests {

  @Test
  void matchesTheNameItself() {
    assertThat(trigger("orderCreated", 0).matches("orderCreated")).isTrue();
    assertThat(trigger("orderCreated", 0).matches("orderCreatedAgain")).isFalse();
    assertThat(trigger("orderCreated", 0).matches("ordercreated")).isFalse();
  }

  @Test
  void matchesWhatBeginsWithAPrefix() {
    assertThat(trigger("order*", 0).matches("orderCreated")).isTrue();
    assertThat(trigger("order*", 0).matches("order")).isTrue();
    assertThat(trigger("order*", 0).matches("preorder")).isFalse();
  }

  @Test
  void matchesEverything() {
    assertThat(trigger("*", 0).matches("orderCreated")).isTrue();
  }

  @Test
  void hasNoneToFiveRetries() {
    assertThat(trigger("*", 5).retries()).isEqualTo(5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trigger("*", 6))
        .withMessage("retries is 0 to 5, not 6");
    assertThatIllegalArgumentException().isThrownBy(() -> trigger("*", -1));
  }

  private static Trigger trigger(String eventType, int retries) {
    return new Trigger(eventType, "CreateOrder", null, null, null, Ordering.FIFO, retries);
  }
}
