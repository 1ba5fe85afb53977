package factory.integration.api.sourceevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EventIdTests {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Test
  void givesItsUniquePartBack() {
    EventId id = EventId.of("01jxk3v7a8");

    assertThat(id).hasToString("evt-01jxk3v7a8");
    assertThat(id.uniquePart()).isEqualTo("01jxk3v7a8");
  }

  @Test
  void isABareStringInJson() {
    EventId id = EventId.of("01jxk3v7a8");

    assertThat(MAPPER.writeValueAsString(id)).isEqualTo("\"evt-01jxk3v7a8\"");
    assertThat(MAPPER.readValue("\"evt-01jxk3v7a8\"", EventId.class)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "01jxk3v7a8", "evt", "other-1", "evt-a.b"})
  void refusesWhatIsNone(String value) {
    assertThatThrownBy(() -> new EventId(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesALongOne() {
    assertThatThrownBy(() -> EventId.of("x".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
