package factory.integration.api.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TenantIdTests {

  @Test
  void hasADefault() {
    assertThat(TenantId.DEFAULT).isEqualTo(new TenantId("default")).hasToString("default");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a.b", "a/b", "a\n", "tenänt", "$where"})
  void refusesOtherCharacters(String value) {
    assertThatThrownBy(() -> new TenantId(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takes64CharactersAndNoMore() {
    assertThat(new TenantId("x".repeat(64)).value()).hasSize(64);
    assertThatThrownBy(() -> new TenantId("x".repeat(65)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isABareStringInJson() {
    JsonMapper mapper = JsonMapper.builder().build();

    assertThat(mapper.writeValueAsString(TenantId.DEFAULT)).isEqualTo("\"default\"");
    assertThat(mapper.readValue("\"default\"", TenantId.class)).isEqualTo(TenantId.DEFAULT);
  }
}
