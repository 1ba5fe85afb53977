package factory.integration.api.apiclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.provider.ProviderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiVersionTests {

  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0", "1.4.0", "10.20.30", "2.0.0-beta.1", "1.0.0+build.5", "1.0.0-a+b"})
  void takesSemanticVersions(String version) {
    assertThat(new ApiVersion(version)).hasToString(version);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "1.0", "v1.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "1.0.0 ", "1..0"})
  void refusesOthers(String version) {
    assertThatThrownBy(() -> new ApiVersion(version)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesALongOne() {
    assertThatThrownBy(() -> new ApiVersion("1.0.0-" + "a".repeat(60)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void givesEachVersionAnIdOfItsOwn() {
    ProviderId provider = new ProviderId("prov-1");
    ApiClientId id = ApiClientId.of(provider, "github", new ApiVersion("1.0.0"));

    assertThat(id.value()).startsWith("cli-").hasSize(30);
    assertThat(ApiClientId.of(provider, "github", new ApiVersion("1.0.0"))).isEqualTo(id);
    assertThat(ApiClientId.of(provider, "github", new ApiVersion("1.0.1"))).isNotEqualTo(id);
    assertThatThrownBy(() -> new ApiClientId("prov-1"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
