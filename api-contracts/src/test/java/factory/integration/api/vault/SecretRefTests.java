package factory.integration.api.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SecretRefTests {

  @Test
  void countsVersionsUp() {
    assertThat(new SecretRef("sec-1", 1).next()).isEqualTo(new SecretRef("sec-1", 2));
    assertThat(new SecretRef("sec-1", 2)).hasToString("sec-1:2");
  }

  @Test
  void refusesWhatIsNone() {
    assertThatThrownBy(() -> new SecretRef("key-1", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SecretRef("sec-1", 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void standsInJsonWithIdAndVersion() {
    JsonMapper mapper = JsonMapper.builder().build();
    SecretRef ref = new SecretRef("sec-1", 3);

    assertThat(mapper.readTree(mapper.writeValueAsString(ref)))
        .isEqualTo(mapper.readTree("{\"id\":\"sec-1\",\"version\":3}"));
    assertThat(mapper.readValue("{\"id\":\"sec-1\",\"version\":3}", SecretRef.class))
        .isEqualTo(ref);
  }
}
