package factory.integration.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PayloadTests {

  @Test
  void hasTheSizeAskedFor() {
    assertThat(Payload.data(1024)).hasSize(1024);
    assertThat(Payload.data(200)).hasSize(200);
  }

  @Test
  void isReadableJsonHoweverSmall() {
    String data = Payload.data(0);
    assertThat(new JsonMapper().readTree(data).path("seq").asString()).isEqualTo("0000000000");
  }
}
