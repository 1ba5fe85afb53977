package factory.integration.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.gateway.problem.FieldErrors;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTests {

  private final FieldErrors errors = new FieldErrors();

  @Test
  void readsInstants() {
    assertThat(Instants.parse("from", "2026-06-11T09:03:02Z", errors))
        .isEqualTo(Instant.parse("2026-06-11T09:03:02Z"));
    assertThat(Instants.parse("from", "2026-06-11T11:03:02+02:00", errors))
        .isEqualTo(Instant.parse("2026-06-11T09:03:02Z"));
    assertThat(Instants.parse("from", null, errors)).isNull();
    assertThat(errors.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yesterday", "2026-06-11", "1781168582", "+1000000000-01-01T00:00:00Z"})
  void refusesOtherInstants(String text) {
    assertThat(Instants.parse("from", text, errors)).isNull();
    assertThat(errors.isEmpty()).isFalse();
  }

  @Test
  void readsEventTypesAndReplacesAliases() {
    assertThat(EventTypePatterns.read("t", List.of("*", "order*", "order.created", "own"), errors))
        .containsExactly("*", "order*", "orderCreated", "own");
    assertThat(errors.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "*a", "or*der", "**", "a..b", "$where", "a.*b"})
  void refusesOtherEventTypes(String pattern) {
    EventTypePatterns.read("t", List.of(pattern), errors);
    assertThat(errors.isEmpty()).isFalse();
  }

  @Test
  void refusesMissingOrTooManyEventTypes() {
    EventTypePatterns.read("t", Arrays.asList("a", null), errors);
    assertThat(errors.isEmpty()).isFalse();
    FieldErrors others = new FieldErrors();
    EventTypePatterns.read("t", Collections.nCopies(101, "a"), others);
    assertThat(others.isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 251, Integer.MIN_VALUE})
  void refusesLimitsOutOfRange(int limit) {
    Paging.limit(limit, errors);
    assertThat(errors.isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\u0000b", "a\nb", "\u0085"})
  void refusesTextWithControlCharactersOrNone(String text) {
    TextRules.check("ownerId", text, 10, errors);
    assertThat(errors.isEmpty()).isFalse();
  }

  @Test
  void passesTextWhateverItSays() {
    TextRules.check("ownerId", "{\"$where\":\"1\"} ' OR 1=1 -- ../ é😀", 100, errors);
    TextRules.check("ownerId", null, 1, errors);
    assertThat(errors.isEmpty()).isTrue();
  }
}
