package factory.integration.saga.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RunPaceTests {

  private static final long SECOND = 1_000_000_000;
  private static final RunPace.Limit CONNECTION = new RunPace.Limit("conn-1", 4);
  private static final RunPace.Limit PROVIDER = new RunPace.Limit("prov-1", 2);

  private long now = Long.MAX_VALUE - SECOND;
  private final RunPace pace = new RunPace(() -> now);

  @Test
  void letsTheFirstCallGo() {
    assertThat(pace.reserve(List.of(CONNECTION), 1)).isEqualTo(OptionalLong.of(0));
    assertThat(pace.reserve(List.of(), 1)).isEqualTo(OptionalLong.of(0));
  }

  @Test
  void spacesCallsEvenlyAlsoWhereTheClockOverflows() {
    for (long wait = 0; wait <= SECOND; wait += SECOND / 4) {
      assertThat(pace.reserve(List.of(CONNECTION), 1)).isEqualTo(OptionalLong.of(wait));
    }
    assertThat(pace.reserve(List.of(CONNECTION), 1)).as("over a second").isEmpty();
    now += SECOND / 4;
    assertThat(pace.reserve(List.of(CONNECTION), 1)).isEqualTo(OptionalLong.of(SECOND));
  }

  @Test
  void savesNothingUp() {
    pace.reserve(List.of(CONNECTION), 1);
    now += 10 * SECOND;
    assertThat(pace.reserve(List.of(CONNECTION), 1)).isEqualTo(OptionalLong.of(0));
    assertThat(pace.reserve(List.of(CONNECTION), 1)).isEqualTo(OptionalLong.of(SECOND / 4));
  }

  @Test
  void countsTheProvidersLimitOverAllItsConnections() {
    pace.reserve(List.of(CONNECTION, PROVIDER), 1);
    assertThat(pace.reserve(List.of(new RunPace.Limit("conn-2", 4), PROVIDER), 1))
        .isEqualTo(OptionalLong.of(SECOND / 2));
  }

  @Test
  void takesNoPlaceThatItGivesBack() {
    pace.reserve(List.of(PROVIDER), 3);
    assertThat(pace.reserve(List.of(CONNECTION, PROVIDER), 1)).isEmpty();
    assertThat(pace.reserve(List.of(CONNECTION), 1)).isEqualTo(OptionalLong.of(0));
  }

  @Test
  void keepsAPlaceForEachCallOfAnAttempt() {
    pace.reserve(List.of(CONNECTION), 2);
    assertThat(pace.reserve(List.of(CONNECTION), 1)).isEqualTo(OptionalLong.of(SECOND / 2));
  }

  @Test
  void waitsForWhatIsLeftOfTheGap() {
    List<RunPace.Limit> both = List.of(CONNECTION, PROVIDER);
    assertThat(RunPace.untilNext(both, SECOND / 8)).isEqualTo(SECOND * 3 / 8);
    assertThat(RunPace.untilNext(both, SECOND)).isZero();
    assertThat(RunPace.untilNext(List.of(), 0)).isZero();
  }
}
