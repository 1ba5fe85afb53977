package factory.integration.api.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class QuietHoursTests {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void haveAnEnd() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON, ZoneOffset.UTC));
  }

  @Test
  void holdFromTheirBeginningUntilBeforeTheirEnd() {
    QuietHours lunch = new QuietHours(LocalTime.NOON, LocalTime.of(13, 0), ZoneOffset.UTC);
    assertEnd(lunch, "2026-06-11T11:59:59.999Z", null);
    assertEnd(lunch, "2026-06-11T12:00:00Z", "2026-06-11T13:00:00Z");
    assertEnd(lunch, "2026-06-11T12:59:59.999Z", "2026-06-11T13:00:00Z");
    assertEnd(lunch, "2026-06-11T13:00:00Z", null);
  }

  @Nested
  class OverMidnightTests {

    private final QuietHours night =
        new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0), BERLIN);

    @Test
    void endOnTheNextMorning() {
      assertEnd(night, "2026-06-11T21:59:00+02:00", null);
      assertEnd(night, "2026-06-11T22:00:00+02:00", "2026-06-12T06:00:00+02:00");
      assertEnd(night, "2026-06-12T00:00:00+02:00", "2026-06-12T06:00:00+02:00");
      assertEnd(night, "2026-06-12T05:59:00+02:00", "2026-06-12T06:00:00+02:00");
      assertEnd(night, "2026-06-12T06:00:00+02:00", null);
    }

    @Test
    void endByTheClockWhereItIsPutForwardOrBack() {
      assertEnd(night, "2026-03-28T23:00:00+01:00", "2026-03-29T06:00:00+02:00");
      assertEnd(night, "2026-10-24T23:00:00+02:00", "2026-10-25T06:00:00+01:00");
    }

    @Test
    void canEndAtMidnight() {
      QuietHours evening = new QuietHours(LocalTime.of(22, 0), LocalTime.MIDNIGHT, ZoneOffset.UTC);
      assertEnd(evening, "2026-06-11T23:00:00Z", "2026-06-12T00:00:00Z");
      assertEnd(evening, "2026-06-12T00:00:00Z", null);
    }
  }

  /** In Berlin, 02:30 does not exist on 29 March 2026 and comes twice on 25 October. */
  @Nested
  class EndingWhileTheClockIsChangedTests {

    private final QuietHours night =
        new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30), BERLIN);

    @Test
    void endAsLongAfterTheGapAsTheyWouldInIt() {
      assertEnd(night, "2026-03-29T01:30:00+01:00", "2026-03-29T03:30:00+02:00");
      assertEnd(night, "2026-03-29T03:00:00+02:00", null);
    }

    @Test
    void endOnTimeInTheNightAfterTheGap() {
      assertEnd(night, "2026-03-29T23:00:00+02:00", "2026-03-30T02:30:00+02:00");
    }

    @Test
    void endOnTheSameNightWhenTheHourComesTwice() {
      assertEnd(night, "2026-10-25T02:10:00+02:00", "2026-10-25T02:30:00+02:00");
      assertEnd(night, "2026-10-25T02:10:00+01:00", "2026-10-25T02:30:00+01:00");
      assertEnd(night, "2026-10-25T02:40:00+01:00", null);
    }
  }

  private static void assertEnd(QuietHours hours, String moment, @Nullable String end) {
    assertThat(hours.endAfter(instant(moment)))
        .isEqualTo(end == null ? Optional.empty() : Optional.of(instant(end)));
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
