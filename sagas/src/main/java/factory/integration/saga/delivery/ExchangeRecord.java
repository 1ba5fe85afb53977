package factory.integration.saga.delivery;

import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.subscription.PayloadFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes of a call what is kept of it: credentials masked before anything is stored. */
final class ExchangeRecord {

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
              masked(answer.headers(), message.credentials()),
              answer.body().length == 0 ? null : masked(answer.body(), message.credentials()),
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

  /** A call that could not be made, since the platform could not prove itself. */
  static HttpExchange notMade(Destination destination, Instant at, String error) {
    return new HttpExchange(
        destination.url().value(),
        destination.payloadFormat(),
        Map.of(),
        null,
        Map.of(),
        null,
        false,
        at,
        0,
        error,
        List.of());
  }

  private static Map<String, String> masked(Map<String, String> headers, List<String> credentials) {
    Map<String, String> shown = LinkedHashMap.newLinkedHashMap(headers.size());
    headers.forEach(
        (name, value) ->
            shown.put(name, SecretMask.without(credentials, SecretMask.header(name, value))));
    return shown;
  }

  private static String masked(byte[] body, List<String> credentials) {
    String text = new String(body, StandardCharsets.UTF_8);
    return SecretMask.body(SecretMask.without(credentials, text));
  }
}
