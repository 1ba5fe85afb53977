package factory.integration.storage.contract.view;

import static factory.integration.storage.contract.view.LogEntries.ACME;
import static factory.integration.storage.contract.view.LogEntries.duplicateOf;
import static factory.integration.storage.contract.view.LogEntries.entry;
import static factory.integration.storage.contract.view.LogEntries.find;
import static factory.integration.storage.contract.view.LogEntries.id;
import static factory.integration.storage.contract.view.Times.at;
import static factory.integration.storage.contract.view.Times.first;
import static factory.integration.storage.contract.view.Times.key;
import static factory.integration.storage.contract.view.Times.pages;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.FindSourceEvents;
import factory.integration.api.sourceevent.RoutingDecision;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import factory.integration.query.eventlog.EventLogStore;
import factory.integration.query.eventlog.SourceEventDocument;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every events log does. */
public abstract class EventLogStoreContract {

  private EventLogStore log;

  protected abstract ReadModels readModels();

  @BeforeEach
  void takeStore() {
    log = readModels().eventLog();
  }

  @Test
  void keepsAnEntryAsItIs() {
    log.add(entry(1));
    assertThat(log.get(ACME, id(1))).contains(entry(1));
    assertThat(log.get(ACME, id(2))).isEmpty();
  }

  @Test
  void keepsTheFirstOfRepeatedWrites() {
    log.add(entry(1));
    log.add(entry(1));
    log.addDuplicate(duplicateOf(1, 2));
    log.addDuplicate(duplicateOf(1, 2));
    log.add(entry(1));
    assertThat(all(find())).extracting(SourceEventDocument::key).containsExactly(key(2), key(1));
    assertThat(log.get(ACME, id(1))).contains(entry(1));
  }

  @Test
  void showsARepetitionAsAnEntryOfItsOwnWithTheOriginalsContent() {
    log.add(entry(1));
    log.addDuplicate(duplicateOf(1, 5));
    SourceEventDocument repetition = all(find()).getFirst();
    assertThat(repetition.duplicate()).isTrue();
    assertThat(repetition.receivedAt()).isEqualTo(at(5));
    assertThat(repetition.eventId()).isEqualTo(id(1));
    assertThat(repetition.data()).isEqualTo(entry(1).data());
    assertThat(repetition.customHeaders()).isEqualTo(entry(1).customHeaders());
    assertThat(repetition.occurredAt()).isEqualTo(entry(1).occurredAt());
  }

  @Test
  void keepsRoutingDecisions() {
    List<RoutingDecision> decisions =
        List.of(
            new RoutingDecision(SubscriptionId.of("1"), true, "all", DeliveryId.of("1")),
            new RoutingDecision(null, false, "“no” match", null));
    assertThat(log.routing(id(1))).isEmpty();
    log.route(id(1), decisions);
    log.route(id(1), decisions);
    assertThat(log.routing(id(1))).isEqualTo(decisions);
  }

  @Test
  void findsByEachConditionAndByAllOfThem() {
    IntStream.range(0, 12).forEach(n -> log.add(entry(n)));
    log.addDuplicate(duplicateOf(4, 12));
    assertThat(keys(find().eventType("type-1"))).containsExactly(12, 10, 7, 4, 1);
    assertThat(keys(find().ownerId("owner-0"))).containsExactlyInAnyOrder(0, 4, 8, 12);
    assertThat(keys(find().idempotencyKey("k-4"))).containsExactly(12, 4);
    assertThat(keys(find().from(at(3)).to(at(6)))).containsExactly(5, 4, 3);
    assertThat(keys(find().eventType("type-1").ownerId("owner-0").from(at(1)).to(at(12))))
        .containsExactly(4);
  }

  @Test
  void neverShowsOneTenantWhatAnotherPublished() {
    log.add(entry(1));
    log.add(LogEntries.ofTenant("other", 2));
    assertThat(keys(find())).containsExactly(1);
    assertThat(log.get(new TenantId("other"), id(1))).isEmpty();
    assertThat(log.get(ACME, id(2))).isEmpty();
  }

  @Test
  void pagesWithoutGapsOrRepetitionsWhileEntriesArrive() {
    IntStream.range(0, 25).forEach(n -> log.add(entry(n)));
    List<SourceEventDocument> seen =
        pages(
            4,
            page -> {
              log.add(entry(100 + (int) (page.after().entry() % 50)));
              return part(find().build(), page);
            });
    assertThat(seen.stream().map(SourceEventDocument::key).filter(key -> key <= key(25)))
        .containsExactlyElementsOf(IntStream.range(0, 25).mapToObj(n -> key(24 - n)).toList());
  }

  @Test
  void endsWithTheLastFullPage() {
    IntStream.range(0, 4).forEach(n -> log.add(entry(n)));
    assertThat(part(find().build(), first(4)).end()).isNull();
    assertThat(part(find().build(), first(3)).end()).isNotNull();
  }

  @Test
  void forgetsEverything() {
    log.add(entry(1));
    log.route(id(1), List.of());
    log.addDuplicate(duplicateOf(1, 2));
    log.clear();
    assertThat(all(find())).isEmpty();
    log.add(entry(1));
    assertThat(all(find())).containsExactly(entry(1));
  }

  private Slice<SourceEventDocument> part(FindSourceEvents query, PageRequest page) {
    return log.find(query, null, page);
  }

  private List<SourceEventDocument> all(LogEntries.Search search) {
    return part(search.build(), first(250)).items();
  }

  private List<Integer> keys(LogEntries.Search search) {
    return all(search).stream().map(entry -> (int) (entry.key() & 0xffff)).toList();
  }
}
