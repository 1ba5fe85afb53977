package factory.integration.saga.delivery;

import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.subscription.PayloadFormat;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes of a call what is kept of it: credentials masked before anything is stored. */
final class ExchangeRecord {

  private static final Set<String> MASKED_HEADERS =
      Set.of(
          "set-cookie",
          "set-cookie2",
          "authorization",
          "proxy-authorization",
          "www-authenticate",
          "x-api-key",
          "x-auth-token");

  /** Values of JSON fields and form fields whose names say that they are secret. */
  private static final Pattern SECRET_FIELD =
      Pattern.compile(
          "(\"[^\"]{0,64}(?:token|password|secret|api_?-?key|authorization)[^\"]{0,64}\"\\s{0,8}:\\s{0,8})"
              + "(\"(?:[^\"\\\\]|\\\\.)*+\"?|[^,}\\s]++)",
          Pattern.CASE_INSENSITIVE);

  private ExchangeRecord() {}

  static HttpExchange of(WebhookMessage message, PayloadFormat format, CallResult result) {
    String url = message.request().url().toString();
    return switch (result) {
      case CallResult.Answered answer ->
          new HttpExchange(
              url,
              format,
              message.shownHeaders(),
              answer.status(),
              masked(answer.headers()),
              answer.body().length == 0 ? null : masked(answer.body()),
              answer.truncated(),
              answer.startedAt(),
              answer.durationMillis(),
              null,
              message.signedWith());
      case CallResult.Failed failure ->
          new HttpExchange(
              url,
              format,
              message.shownHeaders(),
              null,
              Map.of(),
              null,
              false,
              failure.startedAt(),
              failure.durationMillis(),
              failure.detail(),
              message.signedWith());
    };
  }

  private static Map<String, String> masked(Map<String, String> headers) {
    Map<String, String> shown = LinkedHashMap.newLinkedHashMap(headers.size());
    headers.forEach(
        (name, value) ->
            shown.put(name, MASKED_HEADERS.contains(name) ? WebhookComposer.MASK : value));
    return shown;
  }

  private static String masked(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return SECRET_FIELD.matcher(text).replaceAll("$1\"" + WebhookComposer.MASK + "\"");
  }
}
