package factory.integration.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.problem.RequestRefused;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTests {

  private static void check(Map<String, String> headers) {
    FieldErrors errors = new FieldErrors();
    HeaderRules.check("headers", headers, errors);
    errors.refuseIfAny();
  }

  @Test
  void passesOrdinaryHeaders() {
    check(Map.of("x-env", "prod", "X-Request_Id!", "a b", "accept", "*/*", "x-empty", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host",
        "content-length",
        "Transfer-Encoding",
        "connection",
        "TE",
        "trailer",
        "upgrade",
        "expect",
        "keep-alive",
        "Proxy-Authorization",
        "proxy-connection",
        "webhook-id",
        "Webhook-Signature",
        "webhook-timestamp",
        "x-webhook-event",
        "X-Webhook-Anything",
        "content-type",
        "user-agent",
        "traceparent",
        "",
        "a b",
        "a:b",
        "a\r\nb",
        "a\u0000",
        "ä",
        "a/b",
        "a(b)"
      })
  void refusesTheName(String name) {
    assertThatThrownBy(() -> check(Map.of(name, "x")))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            e -> assertThat(e.problem().errors().getFirst().field()).isEqualTo("headers." + name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\r\nb: c", "a\nb", "a\rb", "a\u0000b", "a\tb", "é", " a", "a ", "\u007f"})
  void refusesTheValue(String value) {
    assertThatThrownBy(() -> check(Map.of("x-a", value))).hasMessageContaining("headers.x-a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "cookie", "Set-Cookie"})
  void sendsCredentialsToTheAuth(String name) {
    assertThatThrownBy(() -> check(Map.of(name, "x"))).hasMessageContaining("auth");
  }

  @Test
  void refusesWhatIsTooLongOrTooMuch() {
    check(Map.of("a".repeat(128), "b".repeat(1_024)));
    assertThatThrownBy(() -> check(Map.of("a".repeat(129), "b"))).hasMessageContaining("128");
    assertThatThrownBy(() -> check(Map.of("a", "b".repeat(1_025)))).hasMessageContaining("1024");
    Map<String, String> many =
        IntStream.range(0, 21).boxed().collect(Collectors.toMap(i -> "x-" + i, i -> "v"));
    assertThatThrownBy(() -> check(many)).hasMessageContaining("20");
  }

  @Test
  void refusesOneNameInTwoSpellings() {
    assertThatThrownBy(() -> check(Map.of("x-a", "1", "X-A", "2"))).hasMessageContaining("twice");
  }

  @Test
  void refusesNullAsAValue() {
    Map<String, String> headers = new HashMap<>();
    headers.put("x-a", null);
    assertThatThrownBy(() -> check(headers)).hasMessageContaining("headers.x-a");
  }
}
