package factory.integration.app.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.query.retention.RetainedKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionPropertiesTests {

  @Test
  void readsDurations() {
    RetentionProperties properties = keeping("36h");
    for (RetainedKind kind : RetainedKind.values()) {
      assertThat(properties.of(kind)).contains(Duration.ofHours(36));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "0", "false", " off "})
  void keepsForEver(String value) {
    assertThat(keeping(value).of(RetainedKind.EVENTS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "59m", "-1d", "soon", "90"})
  void refusesWhatIsNoTimeToKeepThings(String value) {
    assertThatThrownBy(() -> keeping(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("platform.retention.communication-logs")
        .hasMessageContaining("90d");
  }

  @Test
  void refusesToLookAllTheTime() {
    assertThatThrownBy(() -> new RetentionProperties("1h", "1h", "1h", Duration.ZERO))
        .hasMessageContaining("platform.retention.interval");
  }

  private static RetentionProperties keeping(String time) {
    return new RetentionProperties(time, time, time, Duration.ofMinutes(10));
  }
}
