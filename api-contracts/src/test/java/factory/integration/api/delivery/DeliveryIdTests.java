package factory.integration.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DeliveryIdTests {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Test
  void givesItsUniquePartBack() {
    DeliveryId id = DeliveryId.of("01jxk3v7a8");

    assertThat(id).hasToString("dlv-01jxk3v7a8");
    assertThat(id.uniquePart()).isEqualTo("01jxk3v7a8");
  }

  @Test
  void isABareStringInJson() {
    DeliveryId id = DeliveryId.of("01jxk3v7a8");

    assertThat(MAPPER.writeValueAsString(id)).isEqualTo("\"dlv-01jxk3v7a8\"");
    assertThat(MAPPER.readValue("\"dlv-01jxk3v7a8\"", DeliveryId.class)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "01jxk3v7a8", "dlv", "other-1", "dlv-a.b"})
  void refusesWhatIsNone(String value) {
    assertThatThrownBy(() -> new DeliveryId(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesALongOne() {
    assertThatThrownBy(() -> DeliveryId.of("x".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
