package factory.integration.api.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.messaging.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderIdTests {

  @Test
  void dependsOnTenantAndKeyAlone() {
    ProviderId id = ProviderId.of(TenantId.DEFAULT, "github");

    assertThat(id.value()).startsWith("prov-").hasSize(31);
    assertThat(ProviderId.of(TenantId.DEFAULT, "github")).isEqualTo(id);
    assertThat(ProviderId.of(TenantId.DEFAULT, "slack")).isNotEqualTo(id);
    assertThat(ProviderId.of(new TenantId("other"), "github")).isNotEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "prov", "cli-a", "prov-a.b"})
  void refusesWhatIsNone(String value) {
    assertThatThrownBy(() -> new ProviderId(value)).isInstanceOf(IllegalArgumentException.class);
  }
}
