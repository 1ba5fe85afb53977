package factory.integration.api.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FailureIdTests {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Test
  void givesItsUniquePartBack() {
    FailureId id = FailureId.of("01jxk3v7a8");

    assertThat(id).hasToString("fail-01jxk3v7a8");
    assertThat(id.uniquePart()).isEqualTo("01jxk3v7a8");
  }

  @Test
  void isABareStringInJson() {
    FailureId id = FailureId.of("01jxk3v7a8");

    assertThat(MAPPER.writeValueAsString(id)).isEqualTo("\"fail-01jxk3v7a8\"");
    assertThat(MAPPER.readValue("\"fail-01jxk3v7a8\"", FailureId.class)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "01jxk3v7a8", "fail", "other-1", "fail-a.b"})
  void refusesWhatIsNone(String value) {
    assertThatThrownBy(() -> new FailureId(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesALongOne() {
    assertThatThrownBy(() -> FailureId.of("x".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
