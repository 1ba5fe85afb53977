package factory.integration.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.gateway.problem.FieldError;
import factory.integration.gateway.problem.RequestRefused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishRequestParserTests {

  private static PublishRequest parse(String body) {
    return PublishRequestParser.parse(body.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> wrongFields(String body) {
    PublishRequest request = parse(body);
    try {
      request.errors().refuseIfAny();
      return List.of();
    } catch (RequestRefused e) {
      return e.problem().errors().stream().map(FieldError::field).toList();
    }
  }

  @Test
  void keepsDataAsItIsSpelled() {
    String data = "{\"z\": 1.0, \"a\":1E5,\n\t\"é\":\"\\u00e9\", \"n\":{\"z\":[ ]}}";
    assertThat(parse("{\"data\":" + data + ",\"eventType\":\"a\"}").text(PublishField.DATA))
        .isEqualTo(data);
  }

  @ParameterizedTest
  @CsvSource({
    "eventType, event_type, EVENT_TYPE",
    "endpointId, endpoint_id, ENDPOINT_ID",
    "ownerId, owner_id, OWNER_ID",
    "idempotencyKey, idempotency_key, IDEMPOTENCY_KEY"
  })
  void readsBothSpellings(String camel, String snake, PublishField field) {
    assertThat(parse("{\"" + camel + "\":\"v\"}").text(field)).isEqualTo("v");
    assertThat(parse("{\"" + snake + "\":\"v\"}").text(field)).isEqualTo("v");
    assertThat(wrongFields("{\"" + camel + "\":\"v\",\"" + snake + "\":\"v\"}"))
        .containsExactly(camel);
  }

  @Test
  void readsHeadersAndEventTypes() {
    PublishRequest request =
        parse("{\"custom_headers\":{\"x-b\":\"1\",\"x-a\":\"2\"},\"event_types\":[\"a\",\"b*\"]}");
    assertThat(request.customHeaders())
        .containsExactly(java.util.Map.entry("x-b", "1"), java.util.Map.entry("x-a", "2"));
    assertThat(request.eventTypes()).containsExactly("a", "b*");
  }

  @Test
  void namesEveryWrongField() {
    assertThat(
            wrongFields(
                "{\"nope\":{\"a\":[1]},\"eventType\":5,\"ownerId\":{\"$ne\":1},"
                    + "\"customHeaders\":{\"x\":1},\"eventTypes\":[\"a\",1],\"orderingKey\":[]}"))
        .containsExactly(
            "nope", "eventType", "ownerId", "customHeaders.x", "eventTypes", "orderingKey");
    assertThat(wrongFields("{\"customHeaders\":[],\"eventTypes\":{}}"))
        .containsExactly("customHeaders", "eventTypes");
  }

  @Test
  void takesNullAsAbsent() {
    assertThat(wrongFields("{\"ownerId\":null,\"customHeaders\":null,\"eventTypes\":null}"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "\"text\"", "1", "true", "null"})
  void refusesDataThatIsNoObject(String data) {
    PublishRequest request = parse("{\"data\":" + data + ",\"eventType\":\"a\"}");
    assertThatThrownBy(request::refuseIfUnusable)
        .isInstanceOfSatisfying(
            RequestRefused.class, e -> assertThat(e.problem().status()).isEqualTo(400));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "\"a\"",
        "1",
        "null",
        "{\"data\":{}",
        "{} {}",
        "{\"data\":{\"a\":1,\"a\":2}}",
        "{\"data\":{\"a\":{\"b\":[1e999]}}}",
        "{\"unknown\":{\"a\":NaN}}",
        "{\"eventType\":\"\\ud800\"}"
      })
  void refusesWhatIsNoSoundObject(String body) {
    assertThatThrownBy(() -> parse(body)).isInstanceOf(RequestRefused.class);
  }
}
