package factory.integration.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.gateway.problem.RequestRefused;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonToken;

class StrictTokensTests {

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Nested
  class Checking {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "[]",
          " {\"a\" : 1.50E+2 }\n",
          "{\"a\":\"\\ud83d\\ude00 \uD83D\uDE00 \\u0000\",\"b\":{\"a\":1}}",
          "{\"n\":[1e308,-1e308,1e-999,0.1e1,123456789012345678901234567890]}",
          "\"\uFFFD stands for itself\""
        })
    void passesWhatIsSound(String text) {
      StrictTokens.check(utf8(text));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "  \n",
          "{",
          "{\"a\":}",
          "{\"a\":1,}",
          "{'a':1}",
          "{\"a\":01}",
          "{\"a\":NaN}",
          "{\"a\":Infinity}",
          "{\"a\":-Infinity}",
          "{\"a\":1e999}",
          "{\"a\":-1E400}",
          "{\"a\":1}{}",
          "{} x",
          "// comment\n{}",
          "{\"a\":\"\t\"}",
          "{\"a\":\"\\x\"}",
          "\uFEFF{}",
          "{\"a\":1,\"a\":2}",
          "{\"b\":[{\"a\":1,\"\\u0061\":2}]}",
          "{\"a\":\"\\ud800\"}",
          "{\"a\":\"\\uDC00\\uD800\"}",
          "{\"\\uD800x\":1}"
        })
    void refusesWhatIsNot(String text) {
      assertThatThrownBy(() -> StrictTokens.check(utf8(text)))
          .isInstanceOfSatisfying(
              RequestRefused.class, e -> assertThat(e.problem().status()).isEqualTo(400));
    }

    static Stream<Arguments> badBytes() {
      return Stream.of(
          Arguments.of("a lone byte", new byte[] {'"', (byte) 0xff, '"'}),
          Arguments.of("too long a form", new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'}),
          Arguments.of("a surrogate", new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}),
          Arguments.of("cut off", new byte[] {'"', (byte) 0xe2, (byte) 0x82, '"'}),
          Arguments.of("UTF-16", "{\"a\":1}".getBytes(StandardCharsets.UTF_16LE)),
          Arguments.of("UTF-16 with mark", "{\"a\":1}".getBytes(StandardCharsets.UTF_16)),
          Arguments.of("UTF-32", "{\"a\":1}".getBytes(java.nio.charset.Charset.forName("UTF-32"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBytes")
    void refusesWhatIsNotUtf8(String name, byte[] body) {
      assertThatThrownBy(() -> StrictTokens.check(body)).isInstanceOf(RequestRefused.class);
    }

    @Test
    void refusesNumbersOfManyDigits() {
      String digits = "9".repeat(400);
      assertThatThrownBy(() -> StrictTokens.check(utf8("[" + digits + "]")))
          .hasMessageContaining("too large");
      assertThatThrownBy(() -> StrictTokens.check(utf8("[0." + digits.repeat(3) + "]")))
          .isInstanceOf(RequestRefused.class);
    }

    @Test
    void passesAHundredLevelsAndNoMore() {
      StrictTokens.check(utf8("[".repeat(100) + "]".repeat(100)));
      assertThatThrownBy(() -> StrictTokens.check(utf8("[".repeat(101) + "]".repeat(101))))
          .hasMessageContaining("100 levels");
      assertThatThrownBy(() -> StrictTokens.check(utf8("[".repeat(10_000))))
          .hasMessageContaining("100 levels");
    }

    @Test
    void saysWhereTheFaultIs() {
      assertThatThrownBy(() -> StrictTokens.check(utf8("{\n \"a\": x}")))
          .hasMessageContaining("line 2");
    }
  }

  @Test
  void answersValuesAsTheyAreSpelled() {
    String data = "{ \"b\":1.50,\t\"a\":[ 1E2 ,\"\\u00e9é\\/\" ] }";
    try (StrictTokens tokens = StrictTokens.of(utf8(" {\"ä\":\"x\", \"data\" : " + data + " } "))) {
      for (int i = 0; i < 4; i++) {
        tokens.next();
      }
      assertThat(tokens.string()).isEqualTo("data");
      tokens.next();
      assertThat(tokens.spelling()).isEqualTo(data);
      assertThat(tokens.next()).isEqualTo(JsonToken.END_OBJECT);
      tokens.end();
    }
  }

  @Test
  void answersLongValuesAsTheyAreSpelled() {
    String data = "{\"text\":\"" + "é\\n".repeat(50_000) + "\"}";
    try (StrictTokens tokens = StrictTokens.of(utf8("[" + data + ", 1]"))) {
      tokens.next();
      tokens.next();
      assertThat(tokens.spelling()).isEqualTo(data);
    }
  }
}
