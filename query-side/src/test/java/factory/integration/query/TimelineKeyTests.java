package factory.integration.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;

class TimelineKeyTests {

  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00.900Z");

  @Test
  void sortsByTimeThenByPosition() {
    assertThat(key(NOON, 7)).isLessThan(key(NOON, 8)).isLessThan(key(NOON.plusSeconds(1), 1));
  }

  @Test
  void keepsMessagesApartWhenTheClockJumpsBack() {
    assertThat(key(NOON.minusSeconds(3600), 9)).isNotEqualTo(key(NOON.minusSeconds(3600), 5));
  }

  @Test
  void coversASecondByARange() {
    assertThat(key(NOON, 12_345_678_901L))
        .isBetween(TimelineKey.firstOf(NOON), TimelineKey.lastOf(NOON));
    assertThat(TimelineKey.lastOf(NOON)).isLessThan(TimelineKey.firstOf(NOON.plusSeconds(1)));
  }

  @Test
  void staysWithinBoundsForAnyTime() {
    assertThat(TimelineKey.firstOf(Instant.EPOCH)).isZero();
    assertThat(TimelineKey.firstOf(Instant.MIN)).isZero();
    assertThat(TimelineKey.lastOf(Instant.MAX)).isEqualTo(TimelineKey.END);
  }

  private static long key(Instant at, long position) {
    return TimelineKey.of(at, new GlobalSequenceTrackingToken(position));
  }
}
