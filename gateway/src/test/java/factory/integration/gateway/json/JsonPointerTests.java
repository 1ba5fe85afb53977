package factory.integration.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.gateway.problem.RequestRefused;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPointerTests {

  private static final byte[] JSON =
      bytes("{\"a/b\": {\"~\": [1.50, {\"x\": \"\\u00e9\"}]}, \"\": true, \"n\": null}");

  @ParameterizedTest
  @CsvSource({
    "/a~1b/~0/0, 1.50",
    "/a~1b/~0/1/x, \"\\u00e9\"",
    "/a~1b/~0/1, {\"x\": \"\\u00e9\"}",
    "/, true",
    "/n, null"
  })
  void findsValuesAsTheyAreSpelled(String pointer, String spelling) {
    assertThat(JsonPointer.parse(pointer).find(JSON)).isEqualTo(spelling);
  }

  @Test
  void findsTheWholeDocument() {
    assertThat(JsonPointer.parse("").find(JSON))
        .isEqualTo(new String(JSON, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/b", "/a~1b/~0/2", "/a~1b/~0/-", "/a~1b/~0/00", "/n/x", "//x"})
  void findsNothingWhereNothingIs(String pointer) {
    assertThat(JsonPointer.parse(pointer).find(JSON)).isNull();
  }

  @Test
  void refusesWhatIsNoPointer() {
    assertThatThrownBy(() -> JsonPointer.parse("a.b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/data/id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "\"x\"", "{", "{}{}", "{\"a\":1,\"a\":2}", "{\"a\":1e999}"})
  void readsObjectsOnly(String json) {
    assertThatThrownBy(() -> JsonBody.read(bytes(json))).isInstanceOf(RequestRefused.class);
  }

  @Test
  void saysWhatAScalarSays() {
    JsonBody body = JsonBody.read(JSON);
    assertThat(body.scalar(JsonPointer.parse("/a~1b/~0/1/x"))).isEqualTo("é");
    assertThat(body.scalar(JsonPointer.parse("/a~1b/~0/0"))).isEqualTo("1.50");
    assertThat(body.scalar(JsonPointer.parse("/n"))).isNull();
    assertThat(body.scalar(JsonPointer.parse("/a~1b"))).isNull();
    assertThat(body.scalar(JsonPointer.parse("/none"))).isNull();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
