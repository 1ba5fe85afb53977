package factory.integration.adapter.servicebus.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusTargetTests {

  @Test
  void readsWhatThePortalGives() {
    BusTarget target =
        target(
            "Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=Send;"
                + "SharedAccessKey=aGVsbG8=");
    assertThat(target.hostAndPort()).isEqualTo("contoso.servicebus.windows.net");
    assertThat(target.access()).isEqualTo(new BusAccess.SharedKey("Send", "aGVsbG8="));
    assertThat(target.access().toString()).doesNotContain("aGVsbG8=");
  }

  @Test
  void keepsThePort() {
    assertThat(
            target("Endpoint=sb://localhost:5999;SharedAccessKeyName=a;SharedAccessKey=b")
                .hostAndPort())
        .isEqualTo("localhost:5999");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3cret",
        "Endpoint=sb://;SharedAccessKeyName=a;SharedAccessKey=s3cret",
        "SharedAccessKeyName=a;SharedAccessKey=s3cret",
        "Endpoint=sb://contoso;SharedAccessKey=s3cret",
        "Endpoint=sb://contoso;SharedAccessSignature=s3cret",
        "Endpoint=sb://10.1.2.3:5999;SharedAccessKeyName=a;SharedAccessKey=s3cret"
      })
  void refusesOthersWithoutShowingThem(String connectionString) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> target(connectionString))
        .withNoCause()
        .satisfies(e -> assertThat(e.getMessage()).contains("bus").doesNotContain("s3cret"));
  }

  @Test
  void hidesTheKey() {
    assertThat(target("Endpoint=sb://contoso;SharedAccessKeyName=a;SharedAccessKey=s3cret"))
        .hasToString("sb://contoso");
  }

  private static BusTarget target(String connectionString) {
    return BusTarget.of(connectionString, Map.of());
  }
}
