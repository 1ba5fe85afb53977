package factory.integration.adapter.mongo.view;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.adapter.mongo.CountedDatabase;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.integrationevent.DeliveryStatus;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.RoutingDecision;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.query.eventlog.SourceEventDocument;
import factory.integration.query.integrationevent.AttemptOutcome;
import factory.integration.query.integrationevent.IntegrationEventDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a batch of deliveries that succeed at once costs in round trips and documents. */
final class BatchCostTests {

  private static final int BATCH = 128;
  private static final String TENANT = "acme";
  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");

  @RegisterExtension private final CountedDatabase mongo = new CountedDatabase();
  private final MongoWrites writes = new MongoWrites();
  private SourceEvents events;

  @BeforeEach
  void open() {
    events = new SourceEvents(mongo.database());
  }

  @Test
  void acceptsAndRoutesAnEventInOneDocument() {
    MongoEventLogStore log = new MongoEventLogStore(events, new TextMatches(events), writes);
    mongo.forget();

    inOneBatch(
        n -> {
          log.add(entry(n));
          log.route(EventId.of(id(n)), List.of(decision(n)));
        });

    assertCosts(1, BATCH);
    assertThat(log.routing(EventId.of(id(1)))).containsExactly(decision(1));
  }

  @Test
  void keepsWhatWasDecidedInALaterBatchForManyEventsInOneDocument() {
    MongoEventLogStore log = new MongoEventLogStore(events, new TextMatches(events), writes);
    inOneBatch(n -> log.add(entry(n)));
    mongo.forget();

    inOneBatch(n -> log.route(EventId.of(id(n)), List.of(decision(n))));

    assertCosts(1, BATCH / 64);
    assertThat(log.routing(EventId.of(id(1)))).containsExactly(decision(1));
  }

  @Test
  void indexesWordsWithoutWritingADocument() {
    MongoEventLogStore log = new MongoEventLogStore(events, new TextMatches(events), writes);
    MongoSearchIndex search = new MongoSearchIndex(events, writes);
    inOneBatch(n -> log.add(entry(n)));
    mongo.forget();

    inOneBatch(n -> search.add(n, TENANT, Set.of("n", "x")));

    assertCosts(1, 0);
  }

  @Test
  void keepsARequestAndItsOutcomeInOneDocument() {
    IntegrationEvents attempts = new IntegrationEvents(mongo.database(), new TextMatches(events));
    MongoIntegrationEventStore store = new MongoIntegrationEventStore(attempts, writes);
    mongo.forget();

    inOneBatch(
        n -> {
          store.add(attempt(n));
          store.complete(DeliveryId.of(id(n)), 1, success(n));
        });

    assertCosts(1, BATCH);
  }

  @Test
  void keepsManyCallsInOneDocument() {
    MongoCommunicationLogStore log = new MongoCommunicationLogStore(mongo.database(), writes);
    mongo.forget();

    inOneBatch(n -> log.add(n, TENANT, exchange()));

    assertCosts(1, BATCH / 64);
  }

  private void inOneBatch(IntConsumer handler) {
    writes.transactions().executeInTransaction(() -> IntStream.range(0, BATCH).forEach(handler));
  }

  private void assertCosts(int roundTrips, int documents) {
    assertThat(mongo.commands()).as("round trips").isEqualTo(roundTrips);
    assertThat(mongo.writtenDocuments()).as("documents").isEqualTo(documents);
  }

  private static String id(int number) {
    return Integer.toString(number);
  }

  private static SourceEventDocument entry(int number) {
    return new SourceEventDocument(
        number,
        TENANT,
        EventId.of(id(number)),
        new EventType("orderCreated"),
        "{\"n\":" + number + "}",
        null,
        null,
        null,
        Map.of(),
        NOON,
        NOON,
        false);
  }

  private static RoutingDecision decision(int number) {
    return new RoutingDecision(SubscriptionId.of("1"), true, "all", DeliveryId.of(id(number)));
  }

  private static IntegrationEventDocument attempt(int number) {
    return new IntegrationEventDocument(
        number,
        TENANT,
        DeliveryId.of(id(number)),
        1,
        "sub-1",
        EventId.of(id(number)),
        new EventType("orderCreated"),
        null,
        IntegrationEventStatus.QUEUED,
        DeliveryStatus.SCHEDULED,
        true,
        null,
        null,
        null,
        null,
        NOON,
        null,
        null,
        null);
  }

  private static AttemptOutcome success(int number) {
    return new AttemptOutcome(
        IntegrationEventStatus.SUCCESS,
        DeliveryStatus.SUCCESS,
        null,
        null,
        NOON,
        NOON,
        (long) number);
  }

  private static HttpExchange exchange() {
    return new HttpExchange(
        "https://example.com/hook",
        PayloadFormat.ENVELOPE,
        Map.of(),
        200,
        Map.of(),
        "ok",
        false,
        NOON,
        12,
        null,
        List.of());
  }
}
