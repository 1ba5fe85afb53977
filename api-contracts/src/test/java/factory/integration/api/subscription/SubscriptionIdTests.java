package factory.integration.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SubscriptionIdTests {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Test
  void givesItsUniquePartBack() {
    SubscriptionId id = SubscriptionId.of("01jxk3v7a8");

    assertThat(id).hasToString("sub-01jxk3v7a8");
    assertThat(id.uniquePart()).isEqualTo("01jxk3v7a8");
  }

  @Test
  void isABareStringInJson() {
    SubscriptionId id = SubscriptionId.of("01jxk3v7a8");

    assertThat(MAPPER.writeValueAsString(id)).isEqualTo("\"sub-01jxk3v7a8\"");
    assertThat(MAPPER.readValue("\"sub-01jxk3v7a8\"", SubscriptionId.class)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "01jxk3v7a8", "sub", "other-1", "sub-a.b"})
  void refusesWhatIsNone(String value) {
    assertThatThrownBy(() -> new SubscriptionId(value))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesALongOne() {
    assertThatThrownBy(() -> SubscriptionId.of("x".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
