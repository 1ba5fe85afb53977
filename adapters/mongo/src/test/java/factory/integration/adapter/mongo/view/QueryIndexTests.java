package factory.integration.adapter.mongo.view;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.Query;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.subscription.FindSubscriptions;
import factory.integration.query.registry.RegistryKind;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void searchesTheEventsLogByIndex() {
    List<MongoIndex> indexes = SourceEventQueries.INDEXES;
    SearchFixture.subsets(4)
        .forEach(
            bits ->
                assertNewestByIndex(
                    SourceEventQueries.all(SearchFixture.events(bits), 1, 9), indexes));
    assertNewestByIndex(SourceEventQueries.matching(TENANT, List.of("a", "b"), 1, 9), indexes);
    SearchFixture.subsets(4)
        .mapToObj(
            bits -> SourceEventQueries.repetitions(SearchFixture.events(bits), List.of("evt-1")))
        .forEach(query -> assertByIndex(query, indexes));
    SearchFixture.subsets(4)
        .mapToObj(
            bits -> SourceEventQueries.originals(SearchFixture.events(bits), List.of("evt-1")))
        .forEach(QueryIndexTests::assertById);
    assertById(SourceEventQueries.one(TENANT, EventId.of("1")));
    assertByIndex(RoutingBuckets.of(EventId.of("1")), List.of(RoutingBuckets.BY_EVENT));
  }

  @ParameterizedTest
  @NullSource
  @EnumSource
  void searchesAttemptsByIndex(@Nullable IntegrationEventStatus status) {
    List<MongoIndex> indexes = IntegrationEventQueries.INDEXES;
    SearchFixture.subsets(6)
        .mapToObj(bits -> IntegrationEventQueries.all(SearchFixture.attempts(bits, status), 1, 9))
        .forEach(query -> assertNewestByIndex(query, indexes));
    SearchFixture.subsets(6)
        .mapToObj(
            bits ->
                IntegrationEventQueries.ofEvents(
                    SearchFixture.attempts(bits, status), List.of("evt-1")))
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
    SearchFixture.subsets(3)
        .mapToObj(bits -> MongoDeadLetterStore.all(SearchFixture.letters(bits), 1, 9))
        .forEach(query -> assertNewestByIndex(query, MongoDeadLetterStore.INDEXES));
  }

  @Test
  void listsRegisteredThingsByIndex() {
    Stream.of(null, "prov-1")
        .map(group -> MongoRegistryStore.all(TENANT, RegistryKind.API_CLIENT, group, 1, 9))
        .forEach(query -> assertNewestByIndex(query, MongoRegistryStore.INDEXES));
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
}
