package factory.integration.api.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotationWindowTests {

  @ParameterizedTest
  @CsvSource({
    "01:00, 05:00, UTC, 2026-06-11T00:59:59Z, 2026-06-11T01:00:00Z",
    "01:00, 05:00, UTC, 2026-06-11T01:00:00Z, 2026-06-11T01:00:00Z",
    "01:00, 05:00, UTC, 2026-06-11T04:59:59Z, 2026-06-11T04:59:59Z",
    "01:00, 05:00, UTC, 2026-06-11T05:00:00Z, 2026-06-12T01:00:00Z",
    "22:00, 04:00, UTC, 2026-06-11T23:30:00Z, 2026-06-11T23:30:00Z",
    "22:00, 04:00, UTC, 2026-06-11T03:59:00Z, 2026-06-11T03:59:00Z",
    "22:00, 04:00, UTC, 2026-06-11T12:00:00Z, 2026-06-11T22:00:00Z",
    "01:00, 05:00, Europe/Berlin, 2026-06-11T12:00:00Z, 2026-06-11T23:00:00Z",
    "02:30, 02:45, Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z"
  })
  void opensEachDay(String from, String until, String zone, String instant, String expected) {
    assertThat(new RotationWindow(from, until, zone).earliest(Instant.parse(instant)))
        .isEqualTo(Instant.parse(expected));
  }

  @Test
  void refusesWhatIsNoWindow() {
    assertThatThrownBy(() -> new RotationWindow("01:00", "01:00", "UTC"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RotationWindow("25:00", "01:00", "UTC"))
        .isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> new RotationWindow("01:00", "02:00", "Mars/Base"))
        .isInstanceOf(DateTimeException.class);
  }
}
