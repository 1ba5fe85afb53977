package factory.integration.adapter.mongo.view;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.adapter.mongo.LargeTexts;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.query.eventlog.SourceEventDocument;
import factory.integration.storage.contract.view.ReadModels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is large stands beside the documents that lists read. */
final class LargeBodyTests {

  private static final TenantId ACME = new TenantId("acme");
  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");
  private static final String LARGE = "x".repeat(LargeTexts.MAX_INLINE_BYTES);

  @RegisterExtension private final ViewDatabase database = new ViewDatabase();

  @Test
  void keepsLargeDataOutsideTheEventsLog() {
    ReadModels models = database.readModels();
    SourceEventDocument entry = entry("{\"text\":\"" + LARGE + "\"}");
    models.eventLog().add(entry);
    models.eventLog().add(entry);

    assertThat(models.eventLog().get(ACME, entry.eventId())).contains(entry);
    assertThat(only("source_event").toJson()).hasSizeLessThan(2_000);
    models.eventLog().clear();
    assertThat(count("source_event_data")).isZero();
  }

  @Test
  void findsAnEventOfVeryManyWordsByTheFirstOfThem() {
    ReadModels models = database.readModels();
    String words =
        IntStream.rangeClosed(1, 2 * SourceEventFields.MAX_WORDS)
            .mapToObj(n -> "w" + n)
            .collect(Collectors.joining(" "));
    models.eventLog().add(entry("[\"" + words + "\"]"));

    assertThat(only("source_event").getList(SourceEventQueries.WORDS, String.class))
        .hasSize(SourceEventFields.MAX_WORDS)
        .contains("w1", "w9999");
  }

  @Test
  void keepsLargeAnswersOutsideTheCommunicationLog() {
    ReadModels models = database.readModels();
    models.communicationLogs().add(7, ACME.value(), answered(LARGE));

    assertThat(models.communicationLogs().find(ACME, 7)).contains(answered(LARGE));
    assertThat(only("communication_log").toJson()).hasSizeLessThan(2_000);
    models.communicationLogs().clear();
    assertThat(count("communication_log_text")).isZero();
  }

  @Test
  void findsEveryCallOfABatchThatWasCutOtherwiseWhenRepeated() {
    ReadModels models = database.readModels();
    addCalls(models, 1, 3);
    addCalls(models, 1, 200);
    addCalls(models, 1, 200);

    for (long key = 1; key <= 200; key++) {
      assertThat(models.communicationLogs().find(ACME, key)).contains(answered("call " + key));
    }
    assertThat(count("communication_log")).isEqualTo(1 + 4);
  }

  private void addCalls(ReadModels models, int from, int to) {
    database
        .writes()
        .transactions()
        .executeInTransaction(
            () -> {
              for (int key = from; key <= to; key++) {
                models.communicationLogs().add(key, ACME.value(), answered("call " + key));
              }
            });
  }

  private Document only(String collection) {
    List<Document> all =
        database.database().getCollection(collection).find().into(new ArrayList<>());
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private long count(String collection) {
    return database.database().getCollection(collection).countDocuments();
  }

  private static SourceEventDocument entry(String data) {
    return new SourceEventDocument(
        1,
        ACME.value(),
        EventId.of("1"),
        new EventType("orderCreated"),
        data,
        null,
        null,
        null,
        Map.of(),
        NOON,
        NOON,
        false);
  }

  private static HttpExchange answered(String body) {
    return new HttpExchange(
        "https://example.com/hook",
        PayloadFormat.RAW,
        Map.of(),
        200,
        Map.of(),
        body,
        true,
        NOON,
        12,
        null,
        List.of());
  }
}
