package factory.integration.benchmarks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LagSamplerTests {

  private final JsonMapper json = new JsonMapper();

  @Test
  void readsTheLagOfEachProcessor() {
    var answer =
        json.readTree("{\"items\":[{\"name\":\"views\",\"lag\":12},{\"name\":\"fan-out\"}]}");
    assertThat(LagSampler.lags(answer)).containsEntry("views", 12L).containsEntry("fan-out", 0L);
  }

  @Test
  void knowsNothingWithoutAnAnswer() {
    assertThat(LagSampler.lags(null)).isEmpty();
  }
}
