package factory.integration.saga.delivery;

import static factory.integration.saga.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.CallOutcome;
import factory.integration.api.delivery.FailureCategory;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallVerdictTests {

  @Nested
  class AnswerTests {

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 226, 299})
    void countsEvery2xxAsSuccess(int status) {
      assertThat(verdict(status)).isEqualTo(new CallOutcome.Succeeded());
    }

    @ParameterizedTest
    @CsvSource({
      "404, NOT_FOUND",
      "408, TIMEOUT",
      "425, TIMEOUT",
      "429, RATE_LIMITED",
      "500, SERVER_ERROR",
      "502, SERVER_ERROR",
      "503, SERVER_ERROR",
      "504, SERVER_ERROR",
      "599, SERVER_ERROR",
      "301, REDIRECT",
      "302, REDIRECT",
      "307, REDIRECT",
      "101, PROTOCOL",
      "600, PROTOCOL",
      "999, PROTOCOL"
    })
    void triesAgainWhatMayPass(int status, FailureCategory category) {
      assertThat(verdict(status))
          .isEqualTo(new CallOutcome.Retryable(category, "the endpoint answered " + status, null));
    }

    @ParameterizedTest
    @CsvSource({
      "400, CLIENT_ERROR",
      "401, CLIENT_ERROR",
      "403, CLIENT_ERROR",
      "405, CLIENT_ERROR",
      "409, CLIENT_ERROR",
      "413, CLIENT_ERROR",
      "422, CLIENT_ERROR",
      "499, CLIENT_ERROR",
      "410, GONE"
    })
    void triesNothingAgainThatTheEndpointRefuses(int status, FailureCategory category) {
      assertThat(verdict(status))
          .isEqualTo(new CallOutcome.Fatal(category, "the endpoint answered " + status));
    }
  }

  @Nested
  class NoAnswerTests {

    @ParameterizedTest
    @EnumSource(
        value = FailureCategory.class,
        names = {"TIMEOUT", "CONNECTION", "DNS", "TLS", "PROTOCOL"})
    void triesAgainWhatMayPass(FailureCategory category) {
      assertThat(CallVerdict.of(failed(category)))
          .isEqualTo(new CallOutcome.Retryable(category, "it went wrong", null));
    }

    @Test
    void neverCallsABlockedAddressAgain() {
      assertThat(CallVerdict.of(failed(FailureCategory.BLOCKED_ADDRESS)))
          .isEqualTo(new CallOutcome.Fatal(FailureCategory.BLOCKED_ADDRESS, "it went wrong"));
    }

    private CallResult failed(FailureCategory category) {
      return new CallResult.Failed(category, "it went wrong", true, NOON, 12);
    }
  }

  @Nested
  class RetryAfterTests {

    @ParameterizedTest
    @CsvSource({"0, 0", "120, 120", "' 7 ', 7", "315360000, 315360000"})
    void readsSeconds(String value, long seconds) {
      assertThat(retryAfter(429, value)).isEqualTo(seconds);
      assertThat(retryAfter(503, value)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999999", "99999999999999999999999999999999"})
    void readsAnyNumberAsVeryLong(String value) {
      assertThat(retryAfter(503, value)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void readsADateAgainstTheEndOfTheCall() {
      assertThat(retryAfter(503, httpDate(Duration.ofSeconds(90)))).isEqualTo(88);
      assertThat(retryAfter(503, httpDate(Duration.ofDays(3_650)))).isEqualTo(315_359_998L);
    }

    @Test
    void ignoresADateThatHasPassed() {
      assertThat(retryAfter(503, httpDate(Duration.ofSeconds(-60)))).isNull();
      assertThat(retryAfter(503, httpDate(Duration.ZERO))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "   ",
          "-5",
          "+5",
          "1.5",
          "1e3",
          "soon",
          "5, 5",
          "0x10",
          "٣",
          "Thu, 99 Jun 2026 12:00:00 GMT",
          "Mon, 11 Jun 2026 12:00:00 GMT",
          "2026-06-11T12:01:00Z"
        })
    void ignoresWhatIsNeitherSecondsNorDate(String value) {
      assertThat(retryAfter(503, value)).isNull();
    }

    @Test
    void isAbsentWithoutTheHeader() {
      assertThat(verdict(503))
          .isEqualTo(
              new CallOutcome.Retryable(
                  FailureCategory.SERVER_ERROR, "the endpoint answered 503", null));
    }

    private @Nullable Long retryAfter(int status, String value) {
      CallOutcome outcome = CallVerdict.of(answer(status, Map.of("retry-after", value)));
      return ((CallOutcome.Retryable) outcome).retryAfterSeconds();
    }

    private String httpDate(Duration fromNoon) {
      return DateTimeFormatter.RFC_1123_DATE_TIME.format(
          NOON.plus(fromNoon).atOffset(ZoneOffset.UTC));
    }
  }

  private static CallOutcome verdict(int status) {
    return CallVerdict.of(answer(status, Map.of()));
  }

  /** An answer that was complete two seconds after noon. */
  private static CallResult answer(int status, Map<String, String> headers) {
    return new CallResult.Answered(status, headers, new byte[0], false, NOON, 2_000);
  }
}
