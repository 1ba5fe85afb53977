package factory.integration.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemoryEvents;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class PublishRefusalApiTests {
  @Autowired Api api;

  @Autowired MemoryEvents events;

  private Answer publish(String more) {
    return api.post(
        "/v1/events", "{\"eventType\":\"orderCreated\",\"data\":{\"id\":1}" + more + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,"nope":1                                         | nope
          ,"event_type":"a"                                 | eventType
          ,"ownerId":"a","endpointId":"sub-x"               | endpointId
          ,"ownerId":"a","url":"https://a.example"          | endpointId
          ,"endpointId":"sub-unknown"                       | endpointId
          ,"endpointId":"evt-1"                             | endpointId
          ,"endpointId":"sub-a.b"                           | endpointId
          ,"ownerId":""                                     | ownerId
          ,"ownerId":"a\\u0000b"                            | ownerId
          ,"ownerId":{"$ne":null}                           | ownerId
          ,"idempotencyKey":""                              | idempotencyKey
          ,"idempotencyKey":7                               | idempotencyKey
          ,"orderingKey":"a\\nb"                            | orderingKey
          ,"occurredAt":"now"                               | occurredAt
          ,"customHeaders":{"Host":"x"}                     | customHeaders.Host
          ,"customHeaders":{"x-a":"b\\r\\nc: d"}            | customHeaders.x-a
          ,"customHeaders":{"x-a":1}                        | customHeaders.x-a
          ,"secret":"whsec_AAAA"                            | secret
          ,"eventTypes":["a"]                               | eventTypes
          ,"url":"https://a.example"                        | secret
          ,"url":"https://a.example","secret":"short"       | secret
          ,"url":"https://a.example","secret":"whsec_AAAA"  | secret
          ,"url":"ftp://a.example","secret":"x"             | url
          ,"url":"https://u:p@a.example","secret":"x"       | url
          ,"url":"https://blocked.example","secret":"x"     | url
          ,"projectId":""                                   | projectId
          """)
  void namesWhatIsWrong(String more, String field) {
    Answer answer = publish(more);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.isProblem()).isTrue();
    assertThat(answer.json().at("/errors").values())
        .extracting(error -> error.path("field").asString())
        .contains(field);
  }

  @Test
  void requiresTypeAndData() {
    Answer answer = api.post("/v1/events", "{}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("\"eventType\"", "\"data\"");
    assertThat(api.post("/v1/events", "{\"eventType\":\"a b\",\"data\":{}}").at("/errors/0/field"))
        .isEqualTo("eventType");
  }

  @Test
  void measuresTexts() {
    assertThat(publish(",\"idempotencyKey\":\"" + "k".repeat(256) + "\"").status()).isEqualTo(202);
    assertThat(publish(",\"idempotencyKey\":\"" + "k".repeat(257) + "\"").status()).isEqualTo(422);
    assertThat(publish(",\"orderingKey\":\"" + "k".repeat(257) + "\"").status()).isEqualTo(422);
    assertThat(publish(",\"ownerId\":\"" + "k".repeat(129) + "\"").status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "\"text\"",
        "{\"eventType\":\"a\",\"data\":NaN}",
        "{\"eventType\":\"a\",\"data\":[1]}",
        "{\"eventType\":\"a\",\"data\":\"text\"}",
        "{\"eventType\":\"a\",\"data\":{\"a\":1e999}}",
        "{\"eventType\":\"a\",\"data\":{\"a\":1,\"a\":2}}",
        "{\"eventType\":\"a\",\"data\":{\"a\":\"\\ud800\"}}",
        "{\"eventType\":\"a\",\"eventType\":\"b\",\"data\":{}}",
        "{\"eventType\":\"a\",\"data\":{}} {}"
      })
  void refusesWhatCantBeRead(String body) {
    Answer answer = api.post("/v1/events", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.isProblem()).isTrue();
  }

  @Test
  void refusesDeepNestingAndBrokenUtf8() {
    String deep = "{\"eventType\":\"a\",\"data\":" + "{\"a\":".repeat(10_000) + "1";
    assertThat(api.post("/v1/events", deep).status()).isEqualTo(400);
    byte[] broken = "{\"eventType\":\"a\",\"data\":{\"a\":\"_\"}}".getBytes(StandardCharsets.UTF_8);
    broken[29] = (byte) 0xff;
    assertThat(api.post("/v1/events", broken).status()).isEqualTo(400);
  }

  @Test
  void asksToComeAgainWhileTheStoreIsDown() {
    events.storeIsDownOnce();
    Answer answer = publish("");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("retry-after")).isEqualTo("1");
    assertThat(answer.isProblem()).isTrue();
    assertThat(answer.text()).doesNotContain("down for a test");
  }

  @Test
  void hidesAFaultOfItsOwn() {
    events.failOnce(new IllegalStateException("jdbc:secret"));
    Answer answer = publish("");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.isProblem()).isTrue();
    assertThat(answer.text()).doesNotContain("secret", "Exception").contains("log id");
  }

  @Test
  void takesJsonOnly() {
    assertThat(
            List.of("text/plain", "application/x-www-form-urlencoded", "application/xml").stream()
                .map(type -> api.post("/v1/events", "{}", "Content-Type", type)))
        .allMatch(answer -> answer.status() == 415 && answer.isProblem());
  }
}
