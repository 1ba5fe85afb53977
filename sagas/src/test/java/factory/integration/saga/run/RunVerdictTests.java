package factory.integration.saga.run;

import static factory.integration.saga.run.RunDesk.answered;
import static factory.integration.saga.run.RunFixture.createOrder;
import static factory.integration.saga.run.RunFixture.getContact;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.run.RunOutcome;
import factory.integration.saga.SettableClock;
import factory.integration.saga.delivery.CallResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunVerdictTests {

  private final RunVerdict verdict = new RunVerdict(RunDesk.reader());

  @Nested
  class AnsweredTests {

    @Test
    void succeedsWithTheNameThatTheProviderGave() {
      assertThat(verdict.of(createOrder(), answered(201, "{\"id\":17}")))
          .isEqualTo(new RunOutcome.Succeeded("17", "{\"id\":17}"));
    }

    @ParameterizedTest
    @CsvSource({
      "401, AUTHENTICATION",
      "408, TIMEOUT",
      "425, TIMEOUT",
      "429, RATE_LIMITED",
      "500, SERVER_ERROR",
      "503, SERVER_ERROR"
    })
    void triesAgain(int status, FailureCategory category) {
      assertThat(verdict.of(createOrder(), answered(status, "")))
          .isEqualTo(new RunOutcome.Retryable(category, "the provider answered " + status, null));
    }

    @ParameterizedTest
    @CsvSource({
      "301, REDIRECT",
      "400, CLIENT_ERROR",
      "403, AUTHENTICATION",
      "404, NOT_FOUND",
      "410, GONE",
      "422, CLIENT_ERROR"
    })
    void failsForGood(int status, FailureCategory category) {
      assertThat(verdict.of(createOrder(), answered(status, "")))
          .isEqualTo(new RunOutcome.Fatal(category, "the provider answered " + status));
    }

    @Test
    void waitsAsLongAsTheProviderAsks() {
      assertThat(verdict.of(createOrder(), answered(429, Map.of("retry-after", "90"), "", false)))
          .isEqualTo(
              new RunOutcome.Retryable(
                  FailureCategory.RATE_LIMITED, "the provider answered 429", 90L));
    }

    @Test
    void goesByTheStatusesThatTheOperationNames() {
      ApiOperation operation = reading(null, null, Set.of(404));
      assertThat(verdict.of(operation, answered(404, ""))).isInstanceOf(RunOutcome.Retryable.class);
      assertThat(verdict.of(operation, answered(503, ""))).isInstanceOf(RunOutcome.Fatal.class);
    }

    @Test
    void failsForGoodWhenASuccessIsNone() {
      ApiOperation operation = reading("ok = true", null, Set.of());
      assertThat(verdict.of(operation, answered(200, "{\"ok\":true}")))
          .isInstanceOf(RunOutcome.Succeeded.class);
      assertThat(verdict.of(operation, answered(200, "{\"ok\":false}")))
          .isEqualTo(
              new RunOutcome.Fatal(
                  FailureCategory.CLIENT_ERROR, "the provider answered 200, but not ok = true"));
    }

    /** The call has had its effect: doing it again would have it twice. */
    @Test
    void succeedsWithoutAResultThatCannotBeMapped() {
      ApiOperation operation = reading(null, "$error('no such thing')", Set.of());
      assertThat(verdict.of(operation, answered(200, "{}")))
          .isEqualTo(new RunOutcome.Succeeded(null, null));
    }

    @Test
    void keepsNoResultThatIsTooLong() {
      String tooLong = "\"" + "a".repeat(65_536) + "\"";
      assertThat(verdict.of(createOrder(), answered(200, tooLong)))
          .isEqualTo(new RunOutcome.Succeeded(null, null));
    }
  }

  @Nested
  class UnansweredTests {

    @Test
    void triesAgainWhatWasNotSent() {
      assertThat(verdict.of(createOrder(), failed(FailureCategory.CONNECTION, false)))
          .isEqualTo(new RunOutcome.Retryable(FailureCategory.CONNECTION, "It broke.", null));
    }

    @Test
    void triesAgainWhatDoesNoHarmTwice() {
      assertThat(verdict.of(getContact(), failed(FailureCategory.TIMEOUT, true)))
          .isInstanceOf(RunOutcome.Retryable.class);
    }

    @Test
    void doesNotRepeatBlindlyWhatMayHaveBeenDone() {
      assertThat(verdict.of(createOrder(), failed(FailureCategory.TIMEOUT, true)))
          .isInstanceOfSatisfying(
              RunOutcome.Unknown.class,
              unknown -> assertThat(unknown.detail()).startsWith("It broke. The provider may"));
    }

    @Test
    void failsForGoodAtAForbiddenAddress() {
      assertThat(verdict.of(getContact(), failed(FailureCategory.BLOCKED_ADDRESS, false)))
          .isEqualTo(new RunOutcome.Fatal(FailureCategory.BLOCKED_ADDRESS, "It broke."));
    }

    private CallResult failed(FailureCategory category, boolean maybeSent) {
      return new CallResult.Failed(category, "It broke.", maybeSent, SettableClock.NOON, 7);
    }
  }

  private static ApiOperation reading(
      @Nullable String successWhen, @Nullable String responseMapping, Set<Integer> retriable) {
    return new ApiOperation(
        "GetContact",
        "GET",
        "/contacts",
        Map.of(),
        Map.of(),
        null,
        null,
        responseMapping,
        List.of(),
        successWhen,
        null,
        null,
        10,
        retriable);
  }
}
