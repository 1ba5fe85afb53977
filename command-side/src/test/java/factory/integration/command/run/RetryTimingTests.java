package factory.integration.command.run;

import static factory.integration.command.run.RunFixture.NOON;
import static factory.integration.command.run.RunFixture.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.connection.QuietHours;
import factory.integration.api.delivery.RetryPolicy;
import factory.integration.api.run.RunPlan;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryTimingTests {

  private static final QuietHours LUNCH =
      new QuietHours(LocalTime.of(12, 30), LocalTime.of(13, 30), ZoneOffset.UTC);

  @Test
  void followsThePolicy() {
    RetryTiming timing = timing(null, null);
    assertThat(timing.after(1, NOON, null)).contains(NOON.plusSeconds(25));
    assertThat(timing.after(2, NOON, null)).contains(NOON.plusSeconds(3_600));
    assertThat(timing.after(3, NOON, null)).isEmpty();
  }

  @Test
  void waitsAsLongAsTheProviderAsksButNoMoreThanADay() {
    RetryTiming timing = timing(null, null);
    assertThat(timing.after(1, NOON, 10L)).contains(NOON.plusSeconds(25));
    assertThat(timing.after(1, NOON, 600L)).contains(NOON.plusSeconds(600));
    assertThat(timing.after(1, NOON, Long.MAX_VALUE)).contains(NOON.plus(Duration.ofDays(1)));
  }

  @Test
  void movesAnAttemptToTheEndOfQuietHours() {
    RetryTiming timing = timing(LUNCH, null);
    assertThat(timing.after(1, NOON, null)).as("before them").contains(NOON.plusSeconds(25));
    assertThat(timing.after(2, NOON, null)).contains(NOON.plus(Duration.ofMinutes(90)));
    assertThat(timing.after(1, NOON, 1_800L)).contains(NOON.plus(Duration.ofMinutes(90)));
  }

  @Test
  void givesUpWhenTheAttemptWouldBeTooLate() {
    assertThat(timing(null, 3_600L).after(2, NOON, null)).contains(NOON.plusSeconds(3_600));
    assertThat(timing(null, 3_599L).after(2, NOON, null)).isEmpty();
  }

  @Test
  void givesUpWhenQuietHoursWouldMakeItTooLate() {
    assertThat(timing(LUNCH, 5_400L).after(2, NOON, null)).isPresent();
    assertThat(timing(LUNCH, 5_399L).after(2, NOON, null)).isEmpty();
  }

  private static RetryTiming timing(@Nullable QuietHours quiet, @Nullable Long giveUpAfter) {
    RunPlan plan = RunFixture.plan("CreateIssue", quiet);
    RunPlan patient =
        new RunPlan(
            plan.connectionId(),
            plan.providerId(),
            plan.apiClientId(),
            plan.operation(),
            null,
            false,
            quiet,
            plan.ordering(),
            RetryPolicy.custom(List.of(25L, 3_600L), giveUpAfter));
    return new RetryTiming(patient, RUN, NOON);
  }
}
