package factory.integration.storage.contract.view;

import static factory.integration.storage.contract.view.Attempts.ACME;
import static factory.integration.storage.contract.view.Attempts.attempt;
import static factory.integration.storage.contract.view.Attempts.delivery;
import static factory.integration.storage.contract.view.Attempts.failure;
import static factory.integration.storage.contract.view.Attempts.success;
import static factory.integration.storage.contract.view.LogEntries.duplicateOf;
import static factory.integration.storage.contract.view.LogEntries.entry;
import static factory.integration.storage.contract.view.LogEntries.id;
import static factory.integration.storage.contract.view.Times.at;
import static factory.integration.storage.contract.view.Times.first;
import static factory.integration.storage.contract.view.Times.key;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.query.eventlog.SourceEventDocument;
import factory.integration.query.retention.KeySpan;
import factory.integration.query.retention.RetainedKind;
import factory.integration.query.retention.RetentionStore;
import factory.integration.query.retention.Swept;
import factory.integration.query.search.Words;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine removes, and what it keeps. Entries of positions below 1000 are of age. */
public abstract class RetentionStoreContract {

  private static final int OF_AGE = 1_000;
  private static final int YOUNG = 2_000;

  private ReadModels models;
  private RetentionStore retention;

  protected abstract ReadModels readModels();

  protected abstract RetentionStore retention();

  @BeforeEach
  void takeStores() {
    models = readModels();
    retention = retention();
  }

  @Test
  void removesAnEventWithAllThatCameOfIt() {
    accept(1);
    models.eventLog().addDuplicate(duplicateOf(1, 2));
    deliverAtSecondTry(1, 3);
    models.deadLetters().add(DeadLetters.of(1, 1));

    assertThat(purge(RetainedKind.COMMUNICATION_LOGS)).isEqualTo(2);
    assertThat(purge(RetainedKind.PAYLOADS)).isEqualTo(1);
    assertThat(purge(RetainedKind.INTEGRATION_EVENTS)).isEqualTo(2);
    assertThat(purge(RetainedKind.DEAD_LETTERS)).isEqualTo(1);
    assertThat(purge(RetainedKind.EVENTS)).isEqualTo(2);

    assertThat(models.eventLog().get(ACME, id(1))).isEmpty();
    assertThat(models.eventLog().routing(id(1))).isEmpty();
    assertThat(events(null)).isEmpty();
    assertThat(models.integrationEvents().chain(ACME, delivery(1))).isEmpty();
    assertThat(models.communicationLogs().find(ACME, key(103))).isEmpty();
    assertThat(models.deadLetters().get(ACME, DeadLetters.id(1))).isEmpty();
    assertThat(purgeAll()).isZero();
  }

  @Test
  void keepsWhatIsYoung() {
    accept(YOUNG);
    deliverAtSecondTry(YOUNG, YOUNG + 1);
    models.deadLetters().add(DeadLetters.of(YOUNG, YOUNG));

    assertThat(purgeAll()).isZero();
    assertThat(models.integrationEvents().chain(ACME, delivery(YOUNG))).hasSize(2);
    assertThat(models.eventLog().get(ACME, id(YOUNG))).contains(entry(YOUNG));
  }

  @Test
  void keepsAllOfADeliveryThatWaitsForItsRetry() {
    accept(1);
    models.integrationEvents().add(attempt(1));
    fail(1, 1, 2);
    models.deadLetters().add(DeadLetters.of(1, 3));
    assertAllIsKept(1);
  }

  @Test
  void keepsAllOfADeliveryThatIsMadeAgain() {
    accept(1);
    models.integrationEvents().add(attempt(1));
    fail(1, 1, 2);
    models.deadLetters().add(DeadLetters.of(1, 3));
    models.integrationEvents().add(attempt(YOUNG, 1, 2, ACME.value()));
    assertAllIsKept(2);

    models.integrationEvents().complete(delivery(1), 2, success(YOUNG + 1));
    purge(RetainedKind.INTEGRATION_EVENTS);
    purge(RetainedKind.EVENTS);
    assertThat(models.integrationEvents().chain(ACME, delivery(1))).hasSize(2);
    assertThat(models.eventLog().get(ACME, id(1))).isPresent();
  }

  @Test
  void keepsAnEventThatIsNotRoutedYet() {
    models.eventLog().add(entry(1));
    assertThat(purgeAll()).isZero();
    assertThat(models.eventLog().get(ACME, id(1))).contains(entry(1));

    models.eventLog().route(id(1), List.of());
    assertThat(purge(RetainedKind.EVENTS)).isEqualTo(1);
  }

  @Test
  void removesDataAndWordsAndLeavesTheEntry() {
    accept(1);
    accept(YOUNG);
    models.eventLog().addDuplicate(duplicateOf(1, 2));
    deliverAtSecondTry(1, 3);
    assertThat(events(List.of("o-1"))).hasSize(2);

    assertThat(purge(RetainedKind.PAYLOADS)).isEqualTo(1);
    assertThat(events(List.of("o-1"))).isEmpty();
    assertThat(events(List.of("o-" + YOUNG))).hasSize(1);
    assertThat(events(null))
        .extracting(SourceEventDocument::data)
        .containsExactly(entry(YOUNG).data(), null, null);
    SourceEventDocument entry = models.eventLog().get(ACME, id(1)).orElseThrow();
    assertThat(entry.customHeaders()).isEqualTo(entry(1).customHeaders());
    assertThat(purge(RetainedKind.PAYLOADS)).isZero();
  }

  @Test
  void removesLargeDataAndCalls() {
    String large = "{\"text\":\"" + "x".repeat(200 * 1024) + "\"}";
    models.eventLog().add(entry(1, ACME.value(), large));
    models.eventLog().route(id(1), List.of());
    models.communicationLogs().add(key(2), ACME.value(), Calls.answered(large));

    assertThat(purge(RetainedKind.PAYLOADS)).isEqualTo(1);
    assertThat(purge(RetainedKind.COMMUNICATION_LOGS)).isEqualTo(1);
    assertThat(models.eventLog().get(ACME, id(1)).orElseThrow().data()).isNull();
    assertThat(models.communicationLogs().find(ACME, key(2))).isEmpty();
  }

  @Test
  void removesAgainWhatARebuildBroughtBack() {
    accept(1);
    purge(RetainedKind.PAYLOADS);
    models.search().clear();
    models.search().add(key(1), ACME.value(), Words.inJson(String.valueOf(entry(1).data())));
    assertThat(events(List.of("o-1"))).hasSize(1);
    purge(RetainedKind.PAYLOADS);
    assertThat(events(List.of("o-1"))).isEmpty();

    models.eventLog().clear();
    accept(1);
    assertThat(models.eventLog().get(ACME, id(1))).contains(entry(1));
    assertThat(purge(RetainedKind.EVENTS)).isEqualTo(1);
  }

  @Test
  void keepsAnEventThatCameAgainOfLate() {
    accept(1);
    models.eventLog().addDuplicate(duplicateOf(1, 2));
    models.eventLog().addDuplicate(duplicateOf(1, YOUNG));
    assertThat(purge(RetainedKind.EVENTS)).isZero();
    assertThat(events(null)).hasSize(3);
  }

  @Test
  void goesOnAfterWhatItKeeps() {
    IntStream.range(1, 30).forEach(this::accept);
    IntStream.range(1, 30).filter(n -> n % 3 == 0).forEach(this::open);
    IntStream.range(1, 30).filter(n -> n % 3 == 1).forEach(n -> deliverAtSecondTry(n, n));

    assertThat(purge(RetainedKind.PAYLOADS)).isEqualTo(20);
    assertThat(purge(RetainedKind.INTEGRATION_EVENTS)).isEqualTo(20);
    assertThat(purge(RetainedKind.EVENTS)).isEqualTo(20);
    assertThat(events(null)).hasSize(9).allMatch(event -> event.data() != null);
  }

  @Test
  void letsTheSameNodePurgeAgain() {
    Instant noon = Times.NOON;
    assertThat(retention.claim("one", noon, noon.plusSeconds(60))).isTrue();
    assertThat(retention.claim("one", noon.plusSeconds(1), noon.plusSeconds(61))).isTrue();
  }

  private void assertAllIsKept(int attempts) {
    assertThat(purgeAll()).isZero();
    assertThat(models.integrationEvents().chain(ACME, delivery(1))).hasSize(attempts);
    assertThat(models.communicationLogs().find(ACME, key(2))).isPresent();
    assertThat(models.deadLetters().get(ACME, DeadLetters.id(1))).isPresent();
    assertThat(models.eventLog().get(ACME, id(1))).contains(entry(1));
    assertThat(models.eventLog().routing(id(1))).isEmpty();
    assertThat(events(List.of("o-1"))).hasSize(1);
  }

  private void accept(int number) {
    models.eventLog().add(entry(number));
    models.eventLog().route(id(number), List.of());
    models
        .search()
        .add(key(number), ACME.value(), Words.inJson(String.valueOf(entry(number).data())));
  }

  private void open(int number) {
    models.integrationEvents().add(attempt(number));
  }

  /** The attempts begin at the position and 200 later, their calls end 100 later each. */
  private void deliverAtSecondTry(int number, int position) {
    models.integrationEvents().add(attempt(position, number, 1, ACME.value()));
    fail(number, 1, position + 100);
    models.integrationEvents().add(attempt(position + 200, number, 2, ACME.value()));
    succeed(number, position + 300);
  }

  private void fail(int number, int attempt, int position) {
    models.communicationLogs().add(key(position), ACME.value(), Calls.answered("no"));
    models.integrationEvents().complete(delivery(number), attempt, failure(position, at(999)));
  }

  private void succeed(int number, int position) {
    models.communicationLogs().add(key(position), ACME.value(), Calls.answered("yes"));
    models.integrationEvents().complete(delivery(number), 2, success(position));
  }

  private List<SourceEventDocument> events(@Nullable List<String> words) {
    return models.eventLog().find(LogEntries.find().build(), words, first(250)).items();
  }

  private int purgeAll() {
    int purged = 0;
    for (RetainedKind kind : RetainedKind.values()) {
      purged += purge(kind);
    }
    return purged;
  }

  private int purge(RetainedKind kind) {
    int purged = 0;
    Swept swept = new Swept(0, 0, true);
    while (swept.more()) {
      swept = retention.sweep(kind, new KeySpan(swept.end(), key(OF_AGE), 4));
      purged += swept.purged();
    }
    return purged;
  }
}
