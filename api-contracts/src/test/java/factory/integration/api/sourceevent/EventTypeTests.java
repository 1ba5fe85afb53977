package factory.integration.api.sourceevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EventTypeTests {

  @ParameterizedTest
  @ValueSource(strings = {"orderCreated", "order.created", "a", "A_b-1.c", "com.example.v1.sent"})
  void takesNamesWithDotsBetween(String name) {
    assertThat(new EventType(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "a.", ".a", "a..b", "order created", "order*", "ü", "a\n", "$ne"})
  void refusesOtherNames(String name) {
    assertThatThrownBy(() -> new EventType(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takes128CharactersAndNoMore() {
    assertThat(new EventType("x".repeat(128)).value()).hasSize(128);
    assertThatThrownBy(() -> new EventType("x".repeat(129)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isABareStringInJson() {
    JsonMapper mapper = JsonMapper.builder().build();

    assertThat(mapper.writeValueAsString(new EventType("a.b"))).isEqualTo("\"a.b\"");
    assertThat(mapper.readValue("\"a.b\"", EventType.class)).isEqualTo(new EventType("a.b"));
  }
}
