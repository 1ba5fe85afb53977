package factory.integration.adapter.mongo.view;

import static factory.integration.adapter.mongo.view.SearchFixture.attempts;
import static factory.integration.adapter.mongo.view.SearchFixture.events;
import static factory.integration.adapter.mongo.view.SearchFixture.letters;
import static factory.integration.adapter.mongo.view.SearchFixture.subsets;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.adapter.mongo.Query;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.subscription.FindSubscriptions;
import factory.integration.query.registry.RegistryKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a real server makes of the queries; the one in the test's JVM cannot tell. */
@EnabledIfEnvironmentVariable(named = "MONGODB_URI", matches = ".+")
final class QueryPlanTests {

  private static final TenantId TENANT = new TenantId("acme");
  private static final List<String> EVENTS = List.of("evt-1", "evt-2");

  @RegisterExtension private final ViewDatabase database = new ViewDatabase();

  @BeforeEach
  void createIndexes() {
    database.readModels();
  }

  @Test
  void searchesTheEventsLogByIndex() {
    subsets(4)
        .forEach(
            bits -> assertRunsOnIndex("source_event", SourceEventQueries.all(events(bits), 1, 9)));
    subsets(4)
        .forEach(
            bits ->
                assertRunsOnIndex(
                    "source_event", SourceEventQueries.originals(events(bits), EVENTS)));
    subsets(4)
        .forEach(
            bits ->
                assertRunsOnIndex(
                    "source_event", SourceEventQueries.repetitions(events(bits), EVENTS)));
    assertRunsOnIndex("source_event", SourceEventQueries.one(TENANT, EventId.of("1")));
    assertRunsOnIndex("source_event_routing", RoutingBuckets.of(EventId.of("1")));
    assertRunsOnIndex("source_event", SourceEventQueries.matching(TENANT, List.of("a", "b"), 1, 9));
  }

  @Test
  void searchesAttemptsByIndex() {
    Stream.concat(
            Stream.of((IntegrationEventStatus) null),
            Arrays.stream(IntegrationEventStatus.values()))
        .forEach(
            status ->
                subsets(6)
                    .mapToObj(bits -> attempts(bits, status))
                    .forEach(
                        query -> {
                          assertRunsOnIndex(
                              "integration_event", IntegrationEventQueries.all(query, 1, 9));
                          assertRunsOnIndex(
                              "integration_event", IntegrationEventQueries.ofEvents(query, EVENTS));
                        }));
  }

  @Test
  void readsSingleDocumentsByIndex() {
    assertRunsOnIndex(
        "integration_event", IntegrationEventQueries.latestOf(TENANT, EventId.of("1")));
    assertRunsOnIndex(
        "integration_event", IntegrationEventQueries.latestOf(List.of("dlv-1", "dlv-2")));
    assertUsesIndex("integration_event", IntegrationEventQueries.chain(TENANT, DeliveryId.of("1")));
    assertRunsOnIndex("communication_log", MongoCommunicationLogStore.one(TENANT, 1));
  }

  @Test
  void searchesSubscriptionsAndDeadLettersByIndex() {
    Stream.of(null, "customer-1")
        .map(owner -> new FindSubscriptions(TENANT, owner, 50, null))
        .forEach(
            query ->
                assertRunsOnIndex(
                    "subscription_view", MongoSubscriptionViewStore.all(query, 1, 9)));
    subsets(3)
        .forEach(
            bits ->
                assertRunsOnIndex(
                    "dead_letter_view", MongoDeadLetterStore.all(letters(bits), 1, 9)));
  }

  @Test
  void listsRegisteredThingsByIndex() {
    Stream.of(null, "prov-1")
        .map(group -> MongoRegistryStore.all(TENANT, RegistryKind.API_CLIENT, group, 1, 9))
        .forEach(query -> assertRunsOnIndex("registry", query));
  }

  private void assertRunsOnIndex(String collection, Query query) {
    assertUsesIndex(collection, query);
    assertThat(plan(collection, query)).as("%s", query).doesNotContain("\"SORT\"");
  }

  private void assertUsesIndex(String collection, Query query) {
    assertThat(plan(collection, query)).as("%s", query).doesNotContain("COLLSCAN");
  }

  private String plan(String collection, Query query) {
    Document explained =
        database
            .database()
            .getCollection(collection)
            .find(query.filter())
            .hint(query.index().keys())
            .sort(query.sort())
            .limit(query.limit())
            .explain();
    Document planner = explained.get("queryPlanner", Document.class);
    return planner.get("winningPlan", Document.class).toJson();
  }
}
