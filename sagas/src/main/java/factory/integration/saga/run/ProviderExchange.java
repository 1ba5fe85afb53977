package factory.integration.saga.run;

import factory.integration.api.delivery.HttpExchange;
import factory.integration.saga.delivery.CallResult;
import factory.integration.saga.delivery.SecretMask;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of a provider's call what is kept of it: credentials masked before anything is stored. */
final class ProviderExchange {

  private ProviderExchange() {}

  /**
   * What is kept.
   *
   * @param preparedBy the call that was made first, if there was one
   */
  static HttpExchange of(
      ProviderRequest call, CallResult result, @Nullable HttpExchange preparedBy) {
    return switch (result) {
      case CallResult.Answered answer ->
          exchange(
              call,
              answer.status(),
              masked(answer.headers(), call.secrets()),
              answer.body().length == 0 ? null : call.masked(text(answer)),
              answer.truncated(),
              answer.startedAt(),
              answer.durationMillis(),
              null,
              preparedBy);
      case CallResult.Failed failure ->
          exchange(
              call,
              null,
              Map.of(),
              null,
              false,
              failure.startedAt(),
              failure.durationMillis(),
              failure.detail(),
              preparedBy);
    };
  }

  /** The answer's body. */
  static String text(CallResult.Answered answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static HttpExchange exchange(
      ProviderRequest call,
      @Nullable Integer status,
      Map<String, String> responseHeaders,
      @Nullable String responseBody,
      boolean truncated,
      Instant startedAt,
      long durationMillis,
      @Nullable String error,
      @Nullable HttpExchange preparedBy) {
    String body = call.body();
    return new HttpExchange(
        call.request().method(),
        call.shownUrl(),
        null,
        call.shownHeaders(),
        status,
        responseHeaders,
        responseBody,
        truncated,
        startedAt,
        durationMillis,
        error,
        call.provenBy(),
        body == null ? null : call.masked(body),
        preparedBy);
  }

  private static Map<String, String> masked(Map<String, String> headers, List<String> secrets) {
    Map<String, String> shown = LinkedHashMap.newLinkedHashMap(headers.size());
    headers.forEach(
        (name, value) ->
            shown.put(name, SecretMask.without(secrets, SecretMask.header(name, value))));
    return shown;
  }
}
