package factory.integration.adapter.sqlite.view;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.failure.FindDeadLetters;
import factory.integration.api.integrationevent.FindIntegrationEvents;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.FindSourceEvents;
import factory.integration.api.subscription.FindSubscriptions;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.query.registry.RegistryKind;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

/** However conditions are combined, a query runs along an index and sorts nothing. */
class QueryPlanTests {

  private static final TenantId TENANT = new TenantId("acme");
  private static final EventType TYPE = new EventType("orderCreated");
  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");

  @RegisterExtension private final ViewDatabase database = new ViewDatabase();

  @Test
  void searchesTheEventsLogByIndex() {
    subsets(4).forEach(bits -> assertRunsOnIndex(SourceEventQueries.all(events(bits))));
  }

  @ParameterizedTest
  @NullSource
  @EnumSource
  void searchesAttemptsByIndex(@Nullable IntegrationEventStatus status) {
    subsets(6)
        .forEach(bits -> assertRunsOnIndex(IntegrationEventQueries.all(attempts(bits, status))));
    subsets(6)
        .forEach(
            bits -> assertRunsOnIndex(IntegrationEventQueries.ofEvent(attempts(bits, status), 1)));
  }

  @Test
  void searchesSubscriptionsAndDeadLettersByIndex() {
    Stream.of(null, "customer-1")
        .map(owner -> new FindSubscriptions(TENANT, owner, 50, null))
        .forEach(query -> assertRunsOnIndex(SqliteSubscriptionViewStore.select(query)));
    subsets(3).forEach(bits -> assertRunsOnIndex(SqliteDeadLetterStore.select(letters(bits))));
  }

  @Test
  void listsRegisteredThingsByIndex() {
    Stream.of(null, "prov-1")
        .map(group -> SqliteRegistryStore.select(TENANT, RegistryKind.API_CLIENT, group))
        .forEach(this::assertRunsOnIndex);
    assertRunsOnIndex(SqliteRegistryStore.ONE);
  }

  @Test
  void readsTheEntriesOfAnEventByKey() {
    subsets(4)
        .forEach(
            bits -> {
              assertThat(database.plan(SourceEventQueries.original(events(bits), 1).toString()))
                  .allMatch(step -> step.contains("USING INTEGER PRIMARY KEY"));
              assertRunsOnIndex(SourceEventQueries.repetitions(events(bits), 1));
            });
  }

  @Test
  void readsSingleDocumentsByIndex() {
    Stream.of(
            SourceEventQueries.ONE,
            IntegrationEventQueries.CHAIN,
            IntegrationEventQueries.LATEST_OF_EVENT)
        .forEach(this::assertRunsOnIndex);
  }

  private void assertRunsOnIndex(Select select) {
    assertRunsOnIndex(select.where("e.entry < ?", 1) + Select.NEWEST);
  }

  private void assertRunsOnIndex(String sql) {
    assertThat(database.plan(sql))
        .as(sql)
        .isNotEmpty()
        .noneMatch(step -> step.startsWith("SCAN"))
        .noneMatch(step -> step.contains("TEMP B-TREE"));
  }

  private static IntStream subsets(int conditions) {
    return IntStream.range(0, 1 << conditions);
  }

  private static <T> @Nullable T ifSet(int bits, int bit, T value) {
    return (bits & 1 << bit) == 0 ? null : value;
  }

  private static FindSourceEvents events(int bits) {
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

  private static FindIntegrationEvents attempts(int bits, @Nullable IntegrationEventStatus status) {
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

  private static FindDeadLetters letters(int bits) {
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
