package factory.integration.saga.delivery;

import static factory.integration.saga.SettableClock.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.subscription.PayloadFormat;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExchangeRecordTests {

  private static final WebhookMessage MESSAGE =
      new WebhookMessage(
          new WebhookRequest(
              URI.create("https://example.com/hook"),
              Map.of("authorization", "Bearer s3cr3t-token"),
              "{}".getBytes(UTF_8),
              Duration.ofSeconds(1)),
          Map.of("authorization", "***"),
          List.of("sec-a:1"),
          List.of("s3cr3t-token"));

  @Test
  void keepsAnAnswer() {
    assertThat(of(Map.of("content-type", "text/plain"), "fine".getBytes(UTF_8)))
        .isEqualTo(
            new HttpExchange(
                "https://example.com/hook",
                PayloadFormat.RAW,
                Map.of("authorization", "***"),
                200,
                Map.of("content-type", "text/plain"),
                "fine",
                true,
                NOON,
                12,
                null,
                List.of("sec-a:1")));
  }

  @Test
  void keepsWhyThereWasNoAnswer() {
    CallResult failed =
        new CallResult.Failed(FailureCategory.CONNECTION, "connection refused", true, NOON, 3);
    assertThat(ExchangeRecord.of(MESSAGE, PayloadFormat.STANDARD, failed))
        .isEqualTo(
            new HttpExchange(
                "https://example.com/hook",
                PayloadFormat.STANDARD,
                Map.of("authorization", "***"),
                null,
                Map.of(),
                null,
                false,
                NOON,
                3,
                "connection refused",
                List.of("sec-a:1")));
  }

  @Test
  void keepsNoBodyWhenThereWasNone() {
    assertThat(of(Map.of(), new byte[0]).responseBody()).isNull();
  }

  @Test
  void hidesSecretsThatTheEndpointSends() {
    HttpExchange exchange =
        of(Map.of("set-cookie", "sid=abc"), "{\"password\":\"abc\"}".getBytes(UTF_8));
    assertThat(exchange.responseHeaders()).containsEntry("set-cookie", "***");
    assertThat(exchange.responseBody()).isEqualTo("{\"password\":\"***\"}");
  }

  @Test
  void hidesTheCallsOwnCredentialsWhereTheEndpointRepeatsThem() {
    HttpExchange exchange =
        of(Map.of("x-echo", "Bearer s3cr3t-token"), "you sent s3cr3t-token".getBytes(UTF_8));
    assertThat(exchange.responseHeaders()).containsEntry("x-echo", "Bearer ***");
    assertThat(exchange.responseBody()).isEqualTo("you sent ***");
  }

  @Test
  void keepsBytesThatAreNoTextAsFarAsTheyAre() {
    assertThat(of(Map.of(), new byte[] {'o', 'k', (byte) 0xff, 0}).responseBody())
        .isEqualTo("ok\uFFFD\0");
  }

  private static HttpExchange of(Map<String, String> headers, byte[] body) {
    CallResult answer = new CallResult.Answered(200, headers, body, true, NOON, 12);
    return ExchangeRecord.of(MESSAGE, PayloadFormat.RAW, answer);
  }
}
