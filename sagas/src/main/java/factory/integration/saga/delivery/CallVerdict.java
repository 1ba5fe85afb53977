package factory.integration.saga.delivery;

import factory.integration.api.delivery.CallOutcome;
import factory.integration.api.delivery.FailureCategory;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an answer means for the delivery. */
public final class CallVerdict {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);
  private static final int MAX_DIGITS = 12;

  private CallVerdict() {}

  public static CallOutcome of(CallResult result) {
    return switch (result) {
      case CallResult.Answered answer -> byStatus(answer);
      case CallResult.Failed failure ->
          failure.category() == FailureCategory.BLOCKED_ADDRESS
              ? new CallOutcome.Fatal(failure.category(), failure.detail())
              : new CallOutcome.Retryable(failure.category(), failure.detail(), null);
    };
  }

  private static CallOutcome byStatus(CallResult.Answered answer) {
    int status = answer.status();
    String detail = "the endpoint answered " + status;
    if (status >= 200 && status < 300) {
      return new CallOutcome.Succeeded();
    }
    if (status == 410) {
      return new CallOutcome.Fatal(FailureCategory.GONE, detail);
    }
    FailureCategory category = category(status);
    return category == FailureCategory.CLIENT_ERROR
        ? new CallOutcome.Fatal(category, detail)
        : new CallOutcome.Retryable(category, detail, retryAfterSeconds(answer));
  }

  /** A 404 may be a deployment under way, so it is worth another attempt; a 400 is not. */
  private static FailureCategory category(int status) {
    return switch (status) {
      case 404 -> FailureCategory.NOT_FOUND;
      case 408, 425 -> FailureCategory.TIMEOUT;
      case 429 -> FailureCategory.RATE_LIMITED;
      default -> {
        if (status >= 500 && status < 600) {
          yield FailureCategory.SERVER_ERROR;
        }
        if (status >= 400 && status < 500) {
          yield FailureCategory.CLIENT_ERROR;
        }
        yield status >= 300 && status < 400 ? FailureCategory.REDIRECT : FailureCategory.PROTOCOL;
      }
    };
  }

  /** Seconds or an HTTP date; whatever else is there, or lies in the past, is no request. */
  public static @Nullable Long retryAfterSeconds(CallResult.Answered answer) {
    String value = answer.headers().get("retry-after");
    if (value == null) {
      return null;
    }
    String text = value.strip();
    boolean isNumber = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (isNumber) {
      return text.length() > MAX_DIGITS ? Long.valueOf(Long.MAX_VALUE) : Long.valueOf(text);
    }
    return secondsUntil(text, answer.startedAt().plusMillis(answer.durationMillis()));
  }

  private static @Nullable Long secondsUntil(String httpDate, Instant now) {
    try {
      Instant date = ZonedDateTime.parse(httpDate, HTTP_DATE).toInstant();
      long seconds = Duration.between(now, date).toSeconds();
      return seconds > 0 ? seconds : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
