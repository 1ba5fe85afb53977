package factory.integration.adapter.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.mapping.MappingFailed;
import factory.integration.api.mapping.MappingFailed.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JsonataMappingTests {

  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-06-11T12:00:00Z"));
  private static final MappingLimits LIMITS =
      new MappingLimits(Duration.ofMillis(250), 1 << 20, 200);

  private final JsonMapping mapping = new JsonataMapping(LIMITS, NOON);

  @Nested
  class ApplyTests {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        textBlock =
            """
            {"title": name, "n": $count(lines)} | {"title":"A","n":2}
            "PR#" & number                      | "PR#482"
            lines.sku                           | ["s-1","s-2"]
            lines[qty > 1].sku                  | "s-2"
            $sum(lines.qty)                     | 3
            price                               | 12.5
            big                                 | 12345678901234567
            absent                              | null
            nothing                             | null
            {"a": nothing, "b": absent}         | {"a":null}
            $exists(nothing)                    | true
            nothing = null                      | true
            [nothing, 1]                        | [null,1]
            $string({"a": 1})                   | "{\\"a\\":1}"
            $uppercase(name) ~> $lowercase      | "a"
            $map(lines, function($l) { $l.qty * 2 }) | [2,4]
            $reduce([1..5], function($a, $b) { $a + $b }) | 15
            $merge([{"a": 1}, {"b": 2}])        | {"a":1,"b":2}
            $pad("x", -3, "#")                  | "##x"
            $pad("x", 3)                        | "x  "
            $join(lines.sku, ", ")              | "s-1, s-2"
            $replace("a.b.c", ".", "$1")        | "a$1b$1c"
            $replace("a.b.c", ".", "-", 1)      | "a-b.c"
            $split("a.b", ".")                  | ["a","b"]
            $substringBefore("a-b", "-")        | "a"
            $map(["b"], $uppercase)             | "B"
            $now()                              | "2026-06-11T12:00:00.000Z"
            $now("[Y0001]-[M01]")               | "2026-06"
            $millis()                           | 1781179200000
            $fromMillis(0, "[D01].[M01].[Y]")   | "01.01.1970"
            $toMillis("11.06.2026", "[D01].[M01].[Y0001]") | 1781136000000
            $round(2.345, 1)                    | 2.3
            $formatInteger(12, "I")             | "XII"
            $distinct([1,1,2])                  | [1,2]
            ($add := function($a, $b){$a+$b}; $inc := $add(1, ?); $inc(4)) | 5
            lines^(>qty).sku                    | ["s-2","s-1"]
            lines{sku: qty}                     | {"s-1":1,"s-2":2}
            **.sku                              | ["s-1","s-2"]
            """)
    void doesWhatTheExpressionSays(String expression, String result) {
      assertThat(mapping.apply(expression, order())).isEqualTo(result);
    }

    private static String order() {
      return """
      {"name": "A", "number": 482, "price": 12.50, "big": 12345678901234567, "nothing": null,
       "lines": [{"sku": "s-1", "qty": 1}, {"sku": "s-2", "qty": 2}]}
      """;
    }

    @Test
    void changesPartsOfTheInput() {
      assertThat(mapping.apply("$ ~> |a|{\"b\": 0}|", "{\"a\":{\"b\":1,\"c\":2}}"))
          .isEqualTo("{\"a\":{\"b\":0,\"c\":2}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,2]", "\"text\"", "5", "true", "null", "{}", "[]"})
    void passesAnyInputThrough(String json) {
      assertThat(mapping.apply("$", json)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"$error(\"no\")", "1 + \"a\"", "$sum([\"a\"])", "$uppercase", "name()", "1/0"})
    void failsWhereTheExpressionDoes(String expression) {
      assertThat(failure(expression, "{\"name\":\"A\"}").kind()).isEqualTo(Kind.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nul", "{\"a\":1}x"})
    void refusesInputThatIsNoJson(String json) {
      assertThat(failure("$", json).kind()).isEqualTo(Kind.INVALID);
    }

    @Test
    void keepsEvaluationsOnManyThreadsApart() throws Exception {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Callable<String>> calls =
            IntStream.range(0, 500)
                .<Callable<String>>mapToObj(
                    i -> () -> mapping.apply("$sum([1..10].($$.n * $))", "{\"n\":" + i + "}"))
                .toList();
        List<Future<String>> answers = threads.invokeAll(calls);
        for (int i = 0; i < answers.size(); i++) {
          assertThat(answers.get(i).get()).isEqualTo(String.valueOf(55 * i));
        }
      }
    }

    @Test
    void goesOnAfterAFailure() {
      failure("($f := function(){ $f() }; $f())", "{}");

      assertThat(mapping.apply("1 + 1", "{}")).isEqualTo("2");
    }
  }

  @Nested
  class CheckTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "a.", "$sum(", "(1", "a[", "\"open", "/[/", "1 +"})
    void refusesWhatIsNoExpression(String expression) {
      assertThat(refusal(expression).kind()).isEqualTo(Kind.INVALID);
    }

    @Test
    void takesAnExpression() {
      mapping.check("{\"a\": $sum(b.c)}");
    }

    @Test
    void refusesALongOne() {
      assertThat(refusal("a".repeat(MappingLimits.EXPRESSION + 1)).kind())
          .isEqualTo(Kind.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{\"a\":", "-", "a.(", "function($x){"})
    void refusesADeepOne(String opening) {
      String deep = opening.repeat(MappingLimits.EXPRESSION / opening.length());

      assertThatThrownBy(() -> mapping.check(deep)).isInstanceOf(MappingFailed.class);
    }

    @Test
    void refusesToSwitchItsLimitsOff() {
      assertThat(refusal("($__evaluate_entry := null; $f := function(){ $f() }; $f())").kind())
          .isEqualTo(Kind.INVALID);
    }

    private MappingFailed refusal(String expression) {
      return catchThrowableOfType(MappingFailed.class, () -> mapping.check(expression));
    }
  }

  @Nested
  class LimitTests {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "($f := function(){ $f() }; $f())",
          "($f := function($n){ $n < 0 ? 0 : $f($n + 1) }; $f(0))",
          "$map([1..50000], function($i){ $count([1..50000].($ * 2)) })",
          "$reduce([1..100000], function($a, $b){ $append($a, $b) })",
          "$map([1..20000], function($i){ $sort($split($pad(\"\", 1000, \"ba\"), \"\")) })"
        })
    void stopsWhatRunsForTooLong(String expression) {
      assertThat(failure(expression, "{}").kind()).isIn(Kind.TIMED_OUT, Kind.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "($f := function($n){ 1 + $f($n + 1) }; $f(0))",
          "$pad(\"\", 2000000000)",
          "$pad(\"\", -2147483648)",
          "[1..10000000]",
          "$sum([1..10000000])",
          "$string([1..10000000])",
          "$map([1..9999999], $string)",
          "($f := function($s, $n){ $n = 0 ? $s : $f($s & $s, $n - 1) }; $f(\"abcdefgh\", 40))",
          "($f := function($s, $n){ $n = 0 ? $s : $f([$s, $s], $n - 1) }; $f(\"a\", 40))",
          "($f := function($s, $n){ $n = 0 ? $s : $f({\"l\":$s,\"r\":$s}, $n-1) }; $f(1, 40))",
          "($f := function($s,$n){ $n=0 ? $s : $f({\"l\":$s,\"r\":$s},$n-1)}; $f(1,40)=$f(1,40))",
          "($s := $pad(\"a\", 100000); $replace($s, \" \", $s))",
          "($s := $pad(\"a\", 100000); $join($map([1..1000], function(){ $s }), $s))",
          "($s := $pad(\"a\", 900000); $map([1..1000], function($i){ $s & $string($i) }))",
          "$pad(\"\", 1048575)",
          "($k := $pad(\"a\", 700000); {$k: {$k: {$k & \"b\": {$k & \"c\": 1}}}})"
        })
    void stopsWhatMakesTooMuch(String expression) {
      assertThat(failure(expression, "{}").kind()).isIn(Kind.TOO_LARGE, Kind.TIMED_OUT);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "$replace(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", /(a|aa)+$/, \"\")",
          "/(a|aa)+$/(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\")",
          "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\" ~> /(a|aa)+$/",
          "$filter([\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"], /(a|aa)+$/)",
          "$eval(\"1 + 1\")",
          "$match(\"a\", /a/)",
          "($f := function($a)<s+s+s+s+:s>{ $a }; $f(\"a\", \"b\"))"
        })
    void refusesWhatNoLimitWouldStop(String expression) {
      assertThat(failure(expression, "{}").kind()).isEqualTo(Kind.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "$replace(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a|aa)+$\", \"\", 2000000000)",
          "$round(1.5, 1000000000)",
          "$round(1.5, -1000000000)",
          "$formatInteger(9000000000000000, \"I\")",
          "$fromMillis(0, \"[Y,999999999-999999999]\")",
          "$now(\"[Y,999999999]\")",
          "$toMillis($pad(\"1\", 40, \"1\"), \"[Y][M][D][H][m][s][Y][M][D][H][m][s]x\")",
          "$toMillis($pad(\"1\", 40, \"1\"), \"[Y]1[M]1[D]1[H]1[m]1[s]1[Y]1[M]1[D]1x\")",
          "$formatNumber(1, $pad(\"\", 900000, \"0\"))",
          "$power(10, 1000)"
        })
    void answersSoonWhateverTheArgumentsAre(String expression) {
      try {
        mapping.apply(expression, "{}");
      } catch (MappingFailed e) {
        assertThat(e.kind()).isIn(Kind.FAILED, Kind.TIMED_OUT);
      }
    }

    @Test
    void refusesLongInput() {
      String json = "\"" + "a".repeat(LIMITS.size()) + "\"";

      assertThat(failure("$length($)", json).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void refusesDeepInput() {
      String json = "[".repeat(10_000) + "]".repeat(10_000);

      assertThat(failure("1", json).kind()).isEqualTo(Kind.INVALID);
    }

    @Test
    void takesInputAndResultUpToTheLimit() {
      String json = "\"" + "a".repeat(LIMITS.size() - 2) + "\"";

      assertThat(mapping.apply("$", json)).isEqualTo(json);
    }

    @Test
    void swallowsNoLimit() {
      String sorts = "$sort([1..100], function($a, $b){ ($f := function(){ $f() }; $f()) })";

      assertThat(failure(sorts, "{}").kind()).isEqualTo(Kind.TIMED_OUT);
    }
  }

  private MappingFailed failure(String expression, String json) {
    MappingFailed failure =
        catchThrowableOfType(MappingFailed.class, () -> mapping.apply(expression, json));
    assertThat(failure).as(expression).isNotNull();
    assertThat(failure.getMessage()).hasSizeBetween(5, 400);
    return failure;
  }
}
