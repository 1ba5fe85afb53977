package factory.integration.storage.contract.view;

import static factory.integration.storage.contract.view.Attempts.ACME;
import static factory.integration.storage.contract.view.Attempts.attempt;
import static factory.integration.storage.contract.view.Attempts.delivery;
import static factory.integration.storage.contract.view.Attempts.failure;
import static factory.integration.storage.contract.view.Attempts.find;
import static factory.integration.storage.contract.view.Attempts.resolved;
import static factory.integration.storage.contract.view.Attempts.success;
import static factory.integration.storage.contract.view.Times.at;
import static factory.integration.storage.contract.view.Times.first;
import static factory.integration.storage.contract.view.Times.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.integrationevent.DeliveryStatus;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.query.integrationevent.IntegrationEventDocument;
import factory.integration.query.integrationevent.IntegrationEventStore;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of attempts makes of what happens. */
public abstract class IntegrationEventStoreContract {

  private IntegrationEventStore store;

  protected abstract ReadModels readModels();

  @BeforeEach
  void takeStore() {
    store = readModels().integrationEvents();
  }

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
  void leavesACallAsItIsWhenALaterOutcomeTellsOfNone() {
    store.add(attempt(1));
    store.complete(delivery(1), 1, failure(2, null));
    store.deadLetter(delivery(1), 1, FailureReason.OUTCOME_UNKNOWN);
    store.complete(delivery(1), 1, resolved(5));
    assertThat(only(1).status()).isEqualTo(IntegrationEventStatus.SUCCESS);
    assertThat(only(1).deliveryStatus()).isEqualTo(DeliveryStatus.SUCCESS);
    assertThat(only(1).failureCategory()).isNull();
    assertThat(only(1).deadLetterReason()).isNull();
    assertThat(only(1).startedAt()).isEqualTo(at(2));
    assertThat(only(1).completedAt()).isEqualTo(at(2).plusMillis(12));
    assertThat(only(1).logKey()).isEqualTo(key(2));
  }

  @Test
  void takesTheTimeOfAnOutcomeWhereNoCallWasMade() {
    store.add(attempt(1));
    store.complete(delivery(1), 1, resolved(5));
    store.complete(delivery(1), 1, resolved(5));
    assertThat(only(1).startedAt()).isEqualTo(at(5));
    assertThat(only(1).completedAt()).isEqualTo(at(5));
    assertThat(only(1).logKey()).isNull();
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

  private List<Integer> keys(Attempts.Search search) {
    return store.find(search.build(), null, first(250)).items().stream()
        .map(IntegrationEventStoreContract::position)
        .toList();
  }

  private static int position(IntegrationEventDocument document) {
    return (int) (document.key() & 0xffff);
  }
}
