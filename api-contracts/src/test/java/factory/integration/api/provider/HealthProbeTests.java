package factory.integration.api.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HealthProbeTests {

  @Test
  void acceptsAnySuccessUnlessStatusesAreNamed() {
    HealthProbe any = new HealthProbe("GET", "/", List.of());
    HealthProbe named = new HealthProbe("GET", "/", List.of(404));

    assertThat(any.accepts(200)).isTrue();
    assertThat(any.accepts(299)).isTrue();
    assertThat(any.accepts(300)).isFalse();
    assertThat(named.accepts(404)).isTrue();
    assertThat(named.accepts(200)).isFalse();
  }
}
