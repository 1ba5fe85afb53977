package factory.integration.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.app.api.Tenant.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.bean.override.convention.TestBean;
import tools.jackson.databind.JsonNode;

/** The wall clock is set forward and back by an hour while events are delivered. */
@PlatformTest
@DirtiesContext
class ClockJumpIT {

  private static final JumpingClock CLOCK = new JumpingClock();
  private static final Duration HOUR = Duration.ofHours(1);

  /** What is due by the wall clock when that has gone on by an hour, and not before. */
  private static final int HALF_AN_HOUR = 1_800;

  private final Sink sink;
  private final Tenant tenant;

  @TestBean Clock clock;

  private static final class JumpingClock extends Clock {

    private volatile Duration offset = Duration.ZERO;

    @Override
    public Instant instant() {
      return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("the platform counts in UTC");
    }
  }

  ClockJumpIT(Sink sink, Platform platform) {
    this.sink = sink;
    this.tenant = platform.tenant();
  }

  static Clock clock() {
    return CLOCK;
  }

  @Test
  void skipsNothingAndTriesNothingTwice() {
    Endpoint plain = sink.endpoint();
    Subscription signed = tenant.subscribe(plain, Map.of("eventTypes", List.of("orderCreated")));
    Endpoint strict = sink.endpoint();
    tenant.subscribe(strict, Map.of("eventTypes", List.of("orderCreated"), "ordering", "strict"));
    Endpoint late = failing(HALF_AN_HOUR);
    String waiting = publish("cartCreated", 0);
    late.await(1);
    publish("orderCreated", 0);
    plain.await(1);

    CLOCK.offset = HOUR;
    assertThat(late.await(2)).as("its retry is due by the clock").hasSize(2);
    Endpoint soon = failing(1);
    publish("cartCreated", 1);
    assertThat(soon.await(2)).hasSize(2);
    publish("orderCreated", 1);
    plain.await(2);

    CLOCK.offset = HOUR.negated();
    Endpoint back = failing(1);
    publish("cartCreated", 2);
    assertThat(back.await(2)).hasSize(2);
    publish("orderCreated", 2);
    plain.await(3);

    CLOCK.offset = Duration.ZERO;
    publish("orderCreated", 3);
    assertThat(plain.await(4).getLast().isSignedWith(signed.secret())).isTrue();
    strict.await(4);
    await()
        .during(Duration.ofSeconds(2))
        .untilAsserted(
            () -> {
              assertThat(late.calls()).hasSize(4);
              assertThat(soon.calls()).hasSize(3);
              assertThat(back.calls()).hasSize(2);
            });
    assertThat(numbers(plain)).containsExactly(0, 1, 2, 3);
    assertThat(numbers(strict)).containsExactly(0, 1, 2, 3);
    assertThat(tenant.attempts(waiting)).hasSize(2);
  }

  private Endpoint failing(int retrySeconds) {
    Endpoint endpoint = sink.endpoint().first(503);
    tenant.subscribe(
        endpoint,
        Map.of(
            "eventTypes",
            List.of("cartCreated"),
            "retryPolicy",
            Map.of("delaysSeconds", List.of(retrySeconds, HALF_AN_HOUR))));
    return endpoint;
  }

  private String publish(String type, int number) {
    return tenant.publish(Map.of("eventType", type, "data", Map.of("number", number)));
  }

  private static List<Integer> numbers(Endpoint endpoint) {
    return endpoint.calls().stream()
        .map(Call::json)
        .map(json -> json.path("data").path("number"))
        .map(JsonNode::asInt)
        .toList();
  }
}
