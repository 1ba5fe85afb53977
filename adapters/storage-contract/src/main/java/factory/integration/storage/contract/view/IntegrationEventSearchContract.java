package factory.integration.storage.contract.view;

import static factory.integration.storage.contract.view.Attempts.ACME;
import static factory.integration.storage.contract.view.Attempts.attempt;
import static factory.integration.storage.contract.view.Attempts.delivery;
import static factory.integration.storage.contract.view.Attempts.failure;
import static factory.integration.storage.contract.view.Attempts.find;
import static factory.integration.storage.contract.view.Attempts.success;
import static factory.integration.storage.contract.view.Times.at;
import static factory.integration.storage.contract.view.Times.first;
import static factory.integration.storage.contract.view.Times.pages;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.query.integrationevent.IntegrationEventDocument;
import factory.integration.query.integrationevent.IntegrationEventStore;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of attempts finds. */
public abstract class IntegrationEventSearchContract {

  private IntegrationEventStore store;

  protected abstract ReadModels readModels();

  @BeforeEach
  void fillStore() {
    store = readModels().integrationEvents();
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

  private List<Integer> keys(Attempts.Search search) {
    return store.find(search.build(), null, first(250)).items().stream()
        .map(IntegrationEventSearchContract::position)
        .toList();
  }

  private static int position(IntegrationEventDocument document) {
    return (int) (document.key() & 0xffff);
  }
}
