package factory.integration.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OpenScheduleTests {

  private static final long SECOND = 1_000_000_000L;

  private final OpenSchedule schedule = new OpenSchedule(5 * SECOND, 1_000);

  @Test
  void spacesArrivalsEvenly() {
    assertThat(schedule.intendedNanos(0)).isEqualTo(5 * SECOND);
    assertThat(schedule.intendedNanos(1)).isEqualTo(5 * SECOND + 1_000_000);
    assertThat(schedule.intendedNanos(60_000)).isEqualTo(65 * SECOND);
  }

  @Test
  void tellsHowManyAreDue() {
    assertThat(schedule.dueAt(4 * SECOND)).isZero();
    assertThat(schedule.dueAt(5 * SECOND)).isEqualTo(1);
    assertThat(schedule.dueAt(5 * SECOND + 999_999)).isEqualTo(1);
    assertThat(schedule.dueAt(6 * SECOND)).isEqualTo(1_001);
  }

  @Test
  void agreesWithItselfAtOddRatesAndAfterAnHour() {
    OpenSchedule odd = new OpenSchedule(17, 333);
    for (long index = 3_600L * 333; index < 3_600L * 333 + 1_000; index++) {
      assertThat(odd.dueAt(odd.intendedNanos(index))).isEqualTo(index + 1);
      assertThat(odd.dueAt(odd.intendedNanos(index) - 1)).isEqualTo(index);
    }
  }

  @Test
  void refusesARateThatIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> new OpenSchedule(0, 0));
  }
}
