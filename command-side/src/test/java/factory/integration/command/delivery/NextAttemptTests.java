package factory.integration.command.delivery;

import static factory.integration.command.delivery.DeliveryFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.NextAttempt;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.delivery.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextAttemptTests {

  private static final RetryPolicy ONE_HOUR = RetryPolicy.custom(List.of(3_600L), null);

  @ParameterizedTest
  @CsvSource({"1, 25", "2, 3600", "3, 3600", "4, 86400"})
  void waitsAsLongAsThePolicySays(int failures, long seconds) {
    assertThat(next(RetryPolicies.AVVYR).after(failures, NOON, null))
        .contains(NOON.plusSeconds(seconds));
  }

  @Test
  void isAbsentWhenAllRetriesAreUsed() {
    assertThat(next(RetryPolicies.AVVYR).after(5, NOON, null)).isEmpty();
    assertThat(next(RetryPolicies.AVVYR).after(5, NOON, 10L)).isEmpty();
    assertThat(next(RetryPolicies.counted(0)).after(1, NOON, null)).isEmpty();
  }

  @Test
  void spreadsRetriesWithinTheJitter() {
    Duration delay = Duration.ofMinutes(5);
    Set<Instant> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      Instant next = jittered(i).after(2, NOON, null).orElseThrow();
      assertThat(next).isBetween(NOON.plus(delay), NOON.plus(delay).plus(delay.dividedBy(10)));
      seen.add(next);
    }
    assertThat(seen).hasSizeGreaterThan(900);
    assertThat(seen.stream().filter(at -> at.isBefore(NOON.plusSeconds(315))).count())
        .as("in the first half of the jitter")
        .isBetween(400L, 600L);
  }

  @Test
  void decidesTheSameEachTime() {
    assertThat(jittered(7).after(3, NOON, null)).isEqualTo(jittered(7).after(3, NOON, null));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3_600, -5, Long.MIN_VALUE})
  void isNeverEarlierThanThePolicySays(long retryAfterSeconds) {
    assertThat(next(ONE_HOUR).after(1, NOON, retryAfterSeconds)).contains(NOON.plusSeconds(3_600));
  }

  @Test
  void honoursALongerRetryAfter() {
    assertThat(next(ONE_HOUR).after(1, NOON, 3_601L)).contains(NOON.plusSeconds(3_601));
  }

  @ParameterizedTest
  @ValueSource(longs = {86_401, 315_360_000, Long.MAX_VALUE})
  void letsNoEndpointPutARetryOffForMoreThanADay(long retryAfterSeconds) {
    assertThat(next(ONE_HOUR).after(1, NOON, retryAfterSeconds))
        .contains(NOON.plus(Duration.ofDays(1)));
  }

  @ParameterizedTest
  @CsvSource({"5400, true", "7200, true", "7201, false"})
  void startsNoAttemptAfterTheTimeToGiveUp(long failedAfterSeconds, boolean triedAgain) {
    RetryPolicy policy = RetryPolicy.custom(List.of(0L, 0L), 7_200L);
    assertThat(next(policy).after(2, NOON.plusSeconds(failedAfterSeconds), null).isPresent())
        .isEqualTo(triedAgain);
  }

  @Test
  void givesUpWhenTheEndpointAsksForMoreThanTheTimeLeft() {
    RetryPolicy policy = RetryPolicy.custom(List.of(60L), 600L);
    assertThat(next(policy).after(1, NOON, 600L)).contains(NOON.plusSeconds(600));
    assertThat(next(policy).after(1, NOON, 601L)).isEmpty();
  }

  private static NextAttempt next(RetryPolicy policy) {
    return new NextAttempt(policy, DeliveryFixture.ID, NOON);
  }

  private static NextAttempt jittered(int delivery) {
    DeliveryId id = DeliveryId.of("01jxd3v9k2" + delivery);
    return new NextAttempt(RetryPolicies.STANDARD, id, NOON);
  }
}
