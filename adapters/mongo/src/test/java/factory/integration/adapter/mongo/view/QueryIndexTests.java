package factory.integration.adapter.mongo.view;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.Query;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.failure.FindDeadLetters;
import factory.integration.api.integrationevent.FindIntegrationEvents;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.FindSourceEvents;
import factory.integration.api.subscription.FindSubscriptions;
import factory.integration.api.subscription.SubscriptionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

/** However conditions are combined, a query runs along an index and sorts nothing. */
final class QueryIndexTests {

  private static final TenantId TENANT = new TenantId("acme");
  private static final EventType TYPE = new EventType("orderCreated");
  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");

  @Test
  void searchesTheEventsLogByIndex() {
    List<MongoIndex> indexes = SourceEventQueries.INDEXES;
    subsets(4)
        .forEach(bits -> assertNewestByIndex(SourceEventQueries.all(events(bits), 1, 9), indexes));
    assertNewestByIndex(SourceEventQueries.matching(TENANT, List.of("a", "b"), 1, 9), indexes);
    subsets(4)
        .mapToObj(bits -> SourceEventQueries.repetitions(events(bits), List.of("evt-1")))
        .forEach(query -> assertByIndex(query, indexes));
    subsets(4)
        .mapToObj(bits -> SourceEventQueries.originals(events(bits), List.of("evt-1")))
        .forEach(QueryIndexTests::assertById);
    assertById(SourceEventQueries.one(TENANT, EventId.of("1")));
  }

  @ParameterizedTest
  @NullSource
  @EnumSource
  void searchesAttemptsByIndex(@Nullable IntegrationEventStatus status) {
    List<MongoIndex> indexes = IntegrationEventQueries.INDEXES;
    subsets(6)
        .mapToObj(bits -> IntegrationEventQueries.all(attempts(bits, status), 1, 9))
        .forEach(query -> assertNewestByIndex(query, indexes));
    subsets(6)
        .mapToObj(
            bits -> IntegrationEventQueries.ofEvents(attempts(bits, status), List.of("evt-1")))
        .forEach(query -> assertByIndex(query, indexes));
  }

  @Test
  void readsAttemptsOfAnEventOrADeliveryByIndex() {
    assertNewestByIndex(
        IntegrationEventQueries.latestOf(TENANT, EventId.of("1")), IntegrationEventQueries.INDEXES);
    assertById(IntegrationEventQueries.chain(TENANT, DeliveryId.of("1")));
    Document either =
        IntegrationEventQueries.latestOf(List.of("dlv-1", "dlv-2"))
            .filter()
            .getList("$or", Document.class)
            .getFirst();
    assertThat(either).containsOnlyKeys("_id");
  }

  @Test
  void searchesSubscriptionsAndDeadLettersByIndex() {
    Stream.of(null, "customer-1")
        .map(owner -> new FindSubscriptions(TENANT, owner, 50, null))
        .map(query -> MongoSubscriptionViewStore.all(query, 1, 9))
        .forEach(query -> assertNewestByIndex(query, MongoSubscriptionViewStore.INDEXES));
    subsets(3)
        .mapToObj(bits -> MongoDeadLetterStore.all(letters(bits), 1, 9))
        .forEach(query -> assertNewestByIndex(query, MongoDeadLetterStore.INDEXES));
  }

  @Test
  void readsACallByIndex() {
    assertByIndex(
        MongoCommunicationLogStore.one(TENANT, 1), List.of(MongoCommunicationLogStore.BY_KEY));
  }

  /** The index holds the newest first below what the query fixes, so nothing is sorted. */
  private static void assertNewestByIndex(Query query, List<MongoIndex> indexes) {
    assertByIndex(query, indexes);
    List<String> keys = new ArrayList<>(query.index().keys().keySet());
    assertThat(keys.removeLast()).isEqualTo(ViewQuery.ENTRY);
    assertThat(query.filter().keySet()).as("%s", query).containsAll(keys);
    assertThat(query.index().keys()).containsEntry(ViewQuery.ENTRY, -1);
    assertThat(query.sort()).isEqualTo(new Document(ViewQuery.ENTRY, -1));
  }

  /** Partial indexes hold only documents with a field, which the query must ask for. */
  private static void assertByIndex(Query query, List<MongoIndex> indexes) {
    assertThat(indexes).contains(query.index());
    assertThat(query.filter().keySet())
        .as("%s", query)
        .contains(query.index().keys().keySet().iterator().next())
        .containsAll(query.index().present());
  }

  private static void assertById(Query query) {
    assertThat(query.index()).isEqualTo(MongoIndex.ID);
    assertThat(query.filter()).containsKey("_id");
  }

  static IntStream subsets(int conditions) {
    return IntStream.range(0, 1 << conditions);
  }

  private static <T> @Nullable T ifSet(int bits, int bit, T value) {
    return (bits & 1 << bit) == 0 ? null : value;
  }

  static FindSourceEvents events(int bits) {
    return new FindSourceEvents(
        TENANT,
        ifSet(bits, 0, TYPE),
        ifSet(bits, 1, "customer-1"),
        ifSet(bits, 2, "k-1"),
        null,
        ifSet(bits, 3, NOON),
        ifSet(bits, 3, NOON),
        50,
        null);
  }

  static FindIntegrationEvents attempts(int bits, @Nullable IntegrationEventStatus status) {
    return new FindIntegrationEvents(
        TENANT,
        ifSet(bits, 0, "sub-1"),
        ifSet(bits, 1, EventId.of("1")),
        ifSet(bits, 2, TYPE),
        ifSet(bits, 3, "customer-1"),
        status,
        ifSet(bits, 4, true) != null,
        ifSet(bits, 5, NOON),
        ifSet(bits, 5, NOON),
        null,
        50,
        null);
  }

  static FindDeadLetters letters(int bits) {
    return new FindDeadLetters(
        TENANT,
        ifSet(bits, 0, SubscriptionId.of("1")),
        ifSet(bits, 1, TYPE),
        ifSet(bits, 2, NOON),
        ifSet(bits, 2, NOON),
        50,
        null);
  }
}
