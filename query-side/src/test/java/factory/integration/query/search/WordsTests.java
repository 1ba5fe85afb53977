package factory.integration.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTests {

  @Nested
  class InJsonTests {

    @Test
    void takesNamesAndValues() {
      assertThat(Words.inJson("{\"Name\":\"Ada Lovelace\",\"n\":[1,true,{\"x\":-2.50}]}"))
          .containsExactly("name", "ada", "lovelace", "n", "1", "true", "x", "2.50");
    }

    @Test
    void takesJoinedRunsAsAWholeAndByTheirParts() {
      assertThat(Words.inJson("\"order-17 a_b.c --x- y--z\""))
          .containsExactly("order-17", "order", "17", "a_b.c", "a", "b", "c", "x", "y", "z");
    }

    @Test
    void takesEachWordOnceAndNumbersAndDatesAsAWhole() {
      assertThat(Words.inJson("[\"a\",\"A\",1.10,\"2026-06-11\",\"2026-06-11T09:03Z\"]"))
          .containsExactly(
              "a", "1.10", "2026-06-11", "2026-06-11t09", "2026", "06", "11t09", "03z");
    }

    @Test
    void readsEscapes() {
      assertThat(Words.inJson("\"a\\nb \\\"c\\\" M\\u00FCller \\uD835\\uDC00 d\\\\e\""))
          .containsExactly("a", "b", "c", "müller", "𝐀", "d", "e");
    }

    @Test
    void survivesBrokenEscapesAndLoneSurrogates() {
      assertThat(Words.inJson("\"a\\u12 b\\uZZZZc \uD835 d\\"))
          .containsExactly("a", "12", "b", "zzzzc", "d");
    }

    @Test
    void foldsCaseAndComposesMarksInEveryScript() {
      assertThat(Words.inJson("\"ΟΔΟΣ Mu\u0308nchen STRASSE नमस्ते\""))
          .containsExactly("οδοσ", "münchen", "strasse", "नमस्ते");
      assertThat(Words.inQuery("οδος MÜNCHEN")).containsExactly("οδοσ", "münchen");
    }

    @Test
    void takesIdeographsOneByOne() {
      assertThat(Words.inJson("\"東京 Tower\"")).containsExactly("東", "京", "tower");
    }

    @Test
    void cutsLongWords() {
      assertThat(Words.inJson("\"" + "a".repeat(1000) + "\"")).containsExactly("a".repeat(64));
    }
  }

  @Nested
  class InQueryTests {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \n"})
    void setsNoConditionWithoutText(String text) {
      assertThat(Words.inQuery(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"", "()", "- _ .", "\uD835"})
    void findsNothingByTextWithoutWords(String text) {
      assertThat(Words.inQuery(text)).isEmpty();
    }

    @Test
    void keepsJoinedRunsWhole() {
      assertThat(Words.inQuery("Order-17 ada@example.com order-17"))
          .containsExactly("order-17", "ada", "example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$where", "w*", "\"where\" NEAR/2 x", "a\u0000b", "x' OR 1=1 --"})
    void leavesNoOperators(String text) {
      assertThat(Words.inQuery(text)).isNotEmpty().allMatch(word -> word.matches("[a-z0-9]+"));
    }

    @Test
    void refusesVeryManyWords() {
      String text =
          IntStream.range(0, 33).mapToObj(String::valueOf).collect(Collectors.joining(" "));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Words.inQuery(text))
          .withMessageContaining("at most 32 words");
    }
  }
}
