package factory.integration.storage.contract.view;

import static factory.integration.storage.contract.view.Attempts.ACME;
import static factory.integration.storage.contract.view.Times.first;
import static factory.integration.storage.contract.view.Times.key;
import static factory.integration.storage.contract.view.Times.pages;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.query.eventlog.SourceEventDocument;
import factory.integration.query.integrationevent.IntegrationEventDocument;
import factory.integration.query.search.Words;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What text searches find, in the events log and among attempts. */
public abstract class SearchContract {

  private ReadModels stores;

  protected abstract ReadModels readModels();

  @BeforeEach
  void takeStores() {
    stores = readModels();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          order-17            | 1
          ORDER-17            | 1
          17                  | 1
          order               | 2 1
          order where         | 2
          $where              | 2
          near                | 2
          müller              | 3
          MÜLLER              | 3
          京                   | 3
          customer            | 3 2 1
          customer order-17   | 1
          '"order" "where"'   | 2
          1.10                | 1
          customer AND where  | none
          "order-17" NOT x    | none
          order*              | 2 1
          NEAR(order where)   | 2
          ord                 | none
          words:order         | none
          mueller             | none
          """)
  void findsEventsThatHoldAllWords(String text, String expected) {
    publish(1, "{\"customer\":\"c\",\"id\":\"order-17\",\"total\":1.10}");
    publish(2, "{\"customer\":\"c\",\"op\":\"$where near order\"}");
    publish(3, "{\"customer\":\"M\\u00fcller\",\"city\":\"東京\"}");
    assertThat(found(text)).isEqualTo(expected.equals("none") ? "" : expected);
    assertThat(foundAttempts(text)).isEqualTo(expected.equals("none") ? "" : expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "\"", "\"\"", "()", "^", "-", "\\", "'; DROP TABLE x; --", "{}"})
  void findsNothingByOperatorsAlone(String text) {
    publish(1, "{\"id\":\"o-1\"}");
    assertThat(found(text)).isEmpty();
    assertThat(foundAttempts(text)).isEmpty();
  }

  @Test
  void neverFindsWhatAnotherTenantPublished() {
    stores.eventLog().add(LogEntries.entry(1, "other", "{\"id\":\"secret\"}"));
    stores.search().add(key(1), "other", Words.inJson("{\"id\":\"secret\"}"));
    publish(2, "{\"id\":\"t\",\"x\":\"other\"}");
    assertThat(found("secret")).isEmpty();
    assertThat(foundAttempts("secret")).isEmpty();
    assertThat(found("t other")).isEqualTo("2");
  }

  @Test
  void findsAnEventOnceHoweverOftenItWasAdded() {
    publish(1, "{\"id\":\"o-1\"}");
    publish(1, "{\"id\":\"o-1\"}");
    assertThat(found("o-1")).isEqualTo("1");
  }

  @Test
  void findsRepetitionsBesideTheirEvent() {
    publish(2, "{\"id\":\"o-1\"}");
    publish(4, "{\"id\":\"o-1\"}");
    stores.eventLog().addDuplicate(LogEntries.duplicateOf(2, 7));
    assertThat(found("o-1")).isEqualTo("4 7 2");
    assertThat(
            pages(1, page -> stores.eventLog().find(log().build(), words("o-1"), page)).stream()
                .map(SourceEventDocument::key))
        .containsExactly(key(4), key(7), key(2));
  }

  @Test
  void combinesWordsWithOtherConditions() {
    IntStream.range(0, 12).forEach(n -> publish(n, "{\"id\":\"same\"}"));
    assertThat(found("same", log().eventType("type-1"))).isEqualTo("10 7 4 1");
    assertThat(found("same", log().from(Times.at(2)).to(Times.at(4)))).isEqualTo("3 2");
    assertThat(foundAttempts("same", Attempts.find().integrationId("sub-2"))).isEqualTo("11 8 5 2");
    stores.integrationEvents().complete(Attempts.delivery(5), 1, Attempts.failure(5, null));
    assertThat(foundAttempts("same", Attempts.find().status(IntegrationEventStatus.FAILED)))
        .isEqualTo("5");
  }

  @Test
  void pagesOverAllAttemptsOfAllEventsWithoutGapsOrRepetitions() {
    IntStream.range(0, 5).forEach(n -> publish(n, "{\"id\":\"same\"}"));
    IntStream.of(20, 21)
        .forEach(n -> stores.integrationEvents().add(Attempts.attempt(n, 3, n - 18, ACME.value())));
    for (int limit = 1; limit < 9; limit++) {
      List<IntegrationEventDocument> seen =
          pages(
              limit,
              page ->
                  stores.integrationEvents().find(Attempts.find().build(), words("same"), page));
      assertThat(seen.stream().map(document -> document.key() & 0xffff).toList())
          .containsExactly(4L, 21L, 20L, 3L, 2L, 1L, 0L);
    }
  }

  @Test
  void forgetsEverything() {
    publish(1, "{\"id\":\"o-1\"}");
    stores.search().clear();
    assertThat(found("o-1")).isEmpty();
    publish(1, "{\"id\":\"o-1\"}");
    assertThat(found("o-1")).isEqualTo("1");
  }

  private void publish(int number, String data) {
    stores.eventLog().add(LogEntries.entry(number, ACME.value(), data));
    stores.search().add(key(number), ACME.value(), Words.inJson(data));
    stores.integrationEvents().add(Attempts.attempt(number));
  }

  private String found(String text) {
    return found(text, log());
  }

  private String found(String text, LogEntries.Search search) {
    return numbers(
        stores.eventLog().find(search.build(), words(text), first(250)).items().stream()
            .map(SourceEventDocument::key)
            .toList());
  }

  private String foundAttempts(String text) {
    return foundAttempts(text, Attempts.find());
  }

  private String foundAttempts(String text, Attempts.Search search) {
    return numbers(
        stores.integrationEvents().find(search.build(), words(text), first(250)).items().stream()
            .map(IntegrationEventDocument::key)
            .toList());
  }

  private static LogEntries.Search log() {
    return LogEntries.find();
  }

  private static List<String> words(String text) {
    List<String> words = Words.inQuery(text);
    return words == null ? List.of() : words;
  }

  private static String numbers(List<Long> keys) {
    return String.join(" ", keys.stream().map(key -> Long.toString(key & 0xffff)).toList());
  }
}
