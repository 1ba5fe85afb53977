package factory.integration.storage.contract.view;

import static factory.integration.storage.contract.view.Attempts.ACME;
import static factory.integration.storage.contract.view.Attempts.attempt;
import static factory.integration.storage.contract.view.Attempts.delivery;
import static factory.integration.storage.contract.view.Attempts.failure;
import static factory.integration.storage.contract.view.Attempts.find;
import static factory.integration.storage.contract.view.Attempts.success;
import static factory.integration.storage.contract.view.Times.at;
import static factory.integration.storage.contract.view.Times.first;
import static factory.integration.storage.contract.view.Times.key;
import static factory.integration.storage.contract.view.Times.pages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.integrationevent.DeliveryStatus;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.query.integrationevent.IntegrationEventDocument;
import factory.integration.query.integrationevent.IntegrationEventStore;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store of attempts does. */
public abstract class IntegrationEventStoreContract {

  private IntegrationEventStore store;

  protected abstract ReadModels readModels();

  @BeforeEach
  void takeStore() {
    store = readModels().integrationEvents();
  }

  /** What events do to documents. */
  @Nested
  class WriteTests {

    @Test
    void keepsAnAttemptAsItIs() {
      store.add(attempt(1));
      assertThat(store.chain(ACME, delivery(1))).containsExactly(attempt(1));
    }

    @Test
    void keepsASuccess() {
      store.add(attempt(1));
      store.complete(delivery(1), 1, success(2));
      IntegrationEventDocument document = only(1);
      assertThat(document.status()).isEqualTo(IntegrationEventStatus.SUCCESS);
      assertThat(document.deliveryStatus()).isEqualTo(DeliveryStatus.SUCCESS);
      assertThat(document.startedAt()).isEqualTo(at(2));
      assertThat(document.completedAt()).isEqualTo(at(2).plusMillis(12));
      assertThat(document.logKey()).isEqualTo(key(2));
    }

    @Test
    void showsTheDeliverysStatusInEveryAttempt() {
      store.add(attempt(1));
      store.complete(delivery(1), 1, failure(2, at(3)));
      assertThat(only(1).deliveryStatus()).isEqualTo(DeliveryStatus.RETRY);
      assertThat(only(1).nextAttemptAt()).isEqualTo(at(3));
      store.add(attempt(3, 1, 2, ACME.value()));
      store.complete(delivery(1), 2, success(4));
      assertThat(store.chain(ACME, delivery(1)))
          .extracting(
              IntegrationEventDocument::attempt,
              IntegrationEventDocument::current,
              IntegrationEventDocument::status,
              IntegrationEventDocument::failureCategory,
              IntegrationEventDocument::deliveryStatus)
          .containsExactly(
              tuple(
                  1,
                  false,
                  IntegrationEventStatus.FAILED,
                  FailureCategory.TIMEOUT,
                  DeliveryStatus.SUCCESS),
              tuple(2, true, IntegrationEventStatus.SUCCESS, null, DeliveryStatus.SUCCESS));
    }

    @Test
    void changesNothingWhenWritesAreRepeated() {
      for (int round = 0; round < 2; round++) {
        store.add(attempt(1));
        store.complete(delivery(1), 1, failure(2, at(3)));
        store.add(attempt(3, 1, 2, ACME.value()));
        store.complete(delivery(1), 2, failure(4, null));
        store.deadLetter(delivery(1), 2, FailureReason.RETRIES_EXHAUSTED);
      }
      assertThat(store.chain(ACME, delivery(1)))
          .extracting(
              IntegrationEventDocument::current,
              IntegrationEventDocument::deliveryStatus,
              IntegrationEventDocument::deadLetterReason)
          .containsExactly(
              tuple(false, DeliveryStatus.FAILED, null),
              tuple(true, DeliveryStatus.FAILED, FailureReason.RETRIES_EXHAUSTED));
    }

    @Test
    void cancelsAnAttemptThatWaitsForItsCall() {
      store.add(attempt(1));
      store.cancel(delivery(1), 1, "off", at(2));
      store.cancel(delivery(1), 1, "off", at(2));
      assertThat(only(1).status()).isEqualTo(IntegrationEventStatus.CANCELLED);
      assertThat(only(1).deliveryStatus()).isEqualTo(DeliveryStatus.CANCELLED);
      assertThat(only(1).statusReason()).isEqualTo("off");
      assertThat(only(1).completedAt()).isEqualTo(at(2));
    }

    @Test
    void cancelsADeliveryThatWaitsForItsRetryAndLeavesTheAttemptFailed() {
      store.add(attempt(1));
      store.complete(delivery(1), 1, failure(2, at(9)));
      store.cancel(delivery(1), 1, "off", at(3));
      assertThat(only(1).status()).isEqualTo(IntegrationEventStatus.FAILED);
      assertThat(only(1).deliveryStatus()).isEqualTo(DeliveryStatus.CANCELLED);
      assertThat(only(1).nextAttemptAt()).isNull();
      assertThat(only(1).completedAt()).isEqualTo(at(2).plusMillis(12));
    }

    @Test
    void forgetsEverything() {
      store.add(attempt(1));
      store.clear();
      assertThat(keys(find())).isEmpty();
      store.add(attempt(1));
      assertThat(keys(find())).containsExactly(1);
    }

    private IntegrationEventDocument only(int delivery) {
      List<IntegrationEventDocument> chain = store.chain(ACME, delivery(delivery));
      assertThat(chain).hasSize(1);
      return chain.getFirst();
    }
  }

  /** What searches find. */
  @Nested
  class FindTests {

    @BeforeEach
    void fill() {
      IntStream.range(0, 12).forEach(n -> store.add(attempt(n)));
      IntStream.of(0, 1, 2, 3).forEach(n -> store.complete(delivery(n), 1, success(n)));
      IntStream.of(4, 5, 7).forEach(n -> store.complete(delivery(n), 1, failure(n, at(20))));
      store.cancel(delivery(8), 1, "off", at(9));
      store.add(attempt(12, 4, 2, ACME.value()));
      store.add(attempt(13, 13, 1, "other"));
    }

    @Test
    void findsByEachCondition() {
      assertThat(keys(find())).containsExactly(12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
      assertThat(keys(find().integrationId("sub-1"))).containsExactly(12, 10, 7, 4, 1);
      assertThat(keys(find().eventId(4))).containsExactly(12, 4);
      assertThat(keys(find().eventType("type-1"))).containsExactly(11, 9, 7, 5, 3, 1);
      assertThat(keys(find().ownerId("owner-2"))).containsExactly(10, 6, 2);
      assertThat(keys(find().currentOnly().eventId(4))).containsExactly(12);
      assertThat(keys(find().between(at(3), at(6)))).containsExactly(5, 4, 3);
    }

    @Test
    void findsByStatus() {
      assertThat(keys(find().status(IntegrationEventStatus.SUCCESS))).containsExactly(3, 2, 1, 0);
      assertThat(keys(find().status(IntegrationEventStatus.FAILED))).containsExactly(7, 5, 4);
      assertThat(keys(find().status(IntegrationEventStatus.CANCELLED))).containsExactly(8);
      assertThat(keys(find().status(IntegrationEventStatus.QUEUED)))
          .containsExactly(12, 11, 10, 9, 6);
      assertThat(keys(find().status(IntegrationEventStatus.PROCESSING)))
          .as("a call that runs is stored as queued")
          .containsExactly(12, 11, 10, 9, 6);
    }

    @Test
    void findsByConditionsTogether() {
      assertThat(keys(find().integrationId("sub-1").status(IntegrationEventStatus.FAILED)))
          .containsExactly(7, 4);
      assertThat(keys(find().integrationId("sub-1").status(IntegrationEventStatus.QUEUED)))
          .containsExactly(12, 10);
      assertThat(
              keys(
                  find()
                      .integrationId("sub-1")
                      .ownerId("owner-0")
                      .eventType("type-0")
                      .status(IntegrationEventStatus.FAILED)
                      .between(at(0), at(10))))
          .containsExactly(4);
    }

    @Test
    void takesOperatorsAsText() {
      assertThat(keys(find().integrationId("' OR 1=1 --"))).isEmpty();
      assertThat(keys(find().ownerId("{\"$ne\":null}"))).isEmpty();
      assertThat(keys(find().ownerId("%"))).isEmpty();
    }

    @Test
    void findsTheLatestAttemptsOfAnEvent() {
      assertThat(store.latestOf(ACME, EventId.of("4")))
          .extracting(IntegrationEventDocument::attempt)
          .containsExactly(2);
    }

    @Test
    void neverShowsOneTenantWhatAnotherDelivers() {
      TenantId other = new TenantId("other");
      assertThat(store.chain(other, delivery(1))).isEmpty();
      assertThat(store.latestOf(other, EventId.of("1"))).isEmpty();
      assertThat(store.chain(other, delivery(13))).hasSize(1);
      assertThat(keys(find().eventId(13))).isEmpty();
    }

    @Test
    void pagesWithoutGapsOrRepetitionsWhileAttemptsArrive() {
      List<IntegrationEventDocument> seen =
          pages(
              3,
              page -> {
                store.add(attempt(100 + (int) (page.after().entry() % 50)));
                return store.find(find().build(), null, page);
              });
      assertThat(seen.stream().map(document -> position(document)).filter(n -> n < 100))
          .containsExactlyElementsOf(IntStream.range(0, 13).mapToObj(n -> 12 - n).toList());
    }
  }

  private List<Integer> keys(Attempts.Search search) {
    return store.find(search.build(), null, first(250)).items().stream()
        .map(IntegrationEventStoreContract::position)
        .toList();
  }

  private static int position(IntegrationEventDocument document) {
    return (int) (document.key() & 0xffff);
  }
}
