package factory.integration.api.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.subscription.PayloadFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call over HTTP as it is kept: secrets masked, the request's body by its format alone, since
 * the event has the data.
 *
 * @param method absent: {@code POST}
 * @param payloadFormat of a webhook, whose body is made again from it; absent for other calls
 * @param statusCode absent when no answer came
 * @param responseBody at most 64 KiB of it, as text
 * @param responseTruncated whether there was more
 * @param error what went wrong below HTTP, without secrets
 * @param signedWith which secret or credential versions proved who calls, newest first
 * @param requestBody of other calls than webhooks, secrets masked
 * @param preparedBy the call that was made first, to fetch what this one needed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HttpExchange(
    @Nullable String method,
    String url,
    @Nullable PayloadFormat payloadFormat,
    Map<String, String> requestHeaders,
    @Nullable Integer statusCode,
    Map<String, String> responseHeaders,
    @Nullable String responseBody,
    boolean responseTruncated,
    Instant startedAt,
    long durationMillis,
    @Nullable String error,
    List<String> signedWith,
    @Nullable String requestBody,
    @Nullable HttpExchange preparedBy) {

  public HttpExchange {
    requestHeaders = requestHeaders == null ? Map.of() : requestHeaders;
    responseHeaders = responseHeaders == null ? Map.of() : responseHeaders;
    signedWith = signedWith == null ? List.of() : signedWith;
  }

  /** A webhook's call. */
  public HttpExchange(
      String url,
      PayloadFormat payloadFormat,
      Map<String, String> requestHeaders,
      @Nullable Integer statusCode,
      Map<String, String> responseHeaders,
      @Nullable String responseBody,
      boolean responseTruncated,
      Instant startedAt,
      long durationMillis,
      @Nullable String error,
      List<String> signedWith) {
    this(
        null,
        url,
        payloadFormat,
        requestHeaders,
        statusCode,
        responseHeaders,
        responseBody,
        responseTruncated,
        startedAt,
        durationMillis,
        error,
        signedWith,
        null,
        null);
  }

  /** When the answer was complete or the call was given up. */
  public Instant completedAt() {
    return startedAt.plusMillis(durationMillis);
  }
}
