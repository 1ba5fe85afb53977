package factory.integration.storage.contract.view;

import static factory.integration.storage.contract.view.Times.at;
import static factory.integration.storage.contract.view.Times.first;
import static factory.integration.storage.contract.view.Times.key;
import static factory.integration.storage.contract.view.Times.pages;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.DeadLetterView;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.FailureSource;
import factory.integration.api.failure.FindDeadLetters;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.query.failure.DeadLetterDocument;
import factory.integration.query.failure.DeadLetterStore;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of dead letters does. */
public abstract class DeadLetterStoreContract {

  private static final TenantId ACME = new TenantId("acme");
  private static final TenantId OTHER = new TenantId("other");

  private DeadLetterStore store;

  protected abstract ReadModels readModels();

  @BeforeEach
  void takeStore() {
    store = readModels().deadLetters();
  }

  @Test
  void keepsADeadLetterAsItIs() {
    store.add(deadLetter(1));
    store.add(deadLetter(1));
    assertThat(store.get(ACME, id(1))).contains(deadLetter(1));
    assertThat(store.get(OTHER, id(1))).isEmpty();
    assertThat(found(null, null, null, null)).containsExactly(id(1));
  }

  @Test
  void findsByEachConditionAndByAllOfThem() {
    IntStream.range(0, 12).forEach(n -> store.add(deadLetter(n)));
    SubscriptionId subscription = SubscriptionId.of("1");
    EventType type = new EventType("type-0");
    assertThat(found(subscription, null, null, null)).containsExactly(id(10), id(7), id(4), id(1));
    assertThat(found(null, type, null, null))
        .containsExactly(id(10), id(8), id(6), id(4), id(2), id(0));
    assertThat(found(null, null, at(3), at(6))).containsExactly(id(5), id(4), id(3));
    assertThat(found(subscription, type, at(1), at(10))).containsExactly(id(4));
  }

  @Test
  void findsTheTenantsNewestFirstPageByPage() {
    IntStream.range(0, 5).forEach(n -> store.add(deadLetter(n)));
    store.add(new DeadLetterDocument(key(9), "other", deadLetter(9).view()));
    assertThat(pages(2, page -> store.find(find(null, null, null, null), page)))
        .extracting(document -> document.view().failureId())
        .containsExactly(id(4), id(3), id(2), id(1), id(0));
  }

  @Test
  void forgetsEverything() {
    store.add(deadLetter(1));
    store.clear();
    assertThat(found(null, null, null, null)).isEmpty();
  }

  private List<FailureId> found(
      @Nullable SubscriptionId subscription,
      @Nullable EventType type,
      @Nullable Instant from,
      @Nullable Instant to) {
    return store.find(find(subscription, type, from, to), first(250)).items().stream()
        .map(document -> document.view().failureId())
        .toList();
  }

  private static FindDeadLetters find(
      @Nullable SubscriptionId subscription,
      @Nullable EventType type,
      @Nullable Instant from,
      @Nullable Instant to) {
    return new FindDeadLetters(ACME, subscription, type, from, to, 250, null);
  }

  private static FailureId id(int number) {
    return FailureId.of(Integer.toString(number));
  }

  private static DeadLetterDocument deadLetter(int number) {
    SubscriptionId subscription = SubscriptionId.of(Integer.toString(number % 3));
    DeadLetterView view =
        new DeadLetterView(
            id(number),
            FailureSource.DELIVERY,
            DeliveryId.of(Integer.toString(number)),
            null,
            EventId.of(Integer.toString(number)),
            new EventType("type-" + number % 2),
            subscription.value(),
            subscription,
            null,
            8,
            FailureCategory.SERVER_ERROR,
            FailureReason.RETRIES_EXHAUSTED,
            "500 Internal Server Error",
            at(number));
    return new DeadLetterDocument(key(number), "acme", view);
  }
}
