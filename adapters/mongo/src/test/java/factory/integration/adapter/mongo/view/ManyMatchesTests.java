package factory.integration.adapter.mongo.view;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.FindSourceEvents;
import factory.integration.query.PageRequest;
import factory.integration.query.Position;
import factory.integration.query.Slice;
import factory.integration.query.eventlog.SourceEventDocument;
import factory.integration.storage.contract.view.ReadModels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Text searches that match more events than are looked at together. */
final class ManyMatchesTests {

  private static final TenantId ACME = new TenantId("acme");
  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");
  private static final int EVENTS = 350;

  @RegisterExtension private final ViewDatabase database = new ViewDatabase();
  private ReadModels models;

  @BeforeEach
  void publish() {
    models = database.readModels();
    database
        .writes()
        .transactions()
        .executeInTransaction(
            () -> LongStream.rangeClosed(1, EVENTS).forEach(n -> models.eventLog().add(entry(n))));
  }

  @Test
  void findsAllPageByPage() {
    assertThat(keys(null, 60))
        .containsExactlyElementsOf(LongStream.range(0, EVENTS).mapToObj(n -> EVENTS - n).toList());
  }

  @Test
  void findsAllInOnePage() {
    assertThat(keys(null, 250)).hasSize(EVENTS).doesNotHaveDuplicates();
  }

  @Test
  void findsTheFewThatMeetAnotherCondition() {
    assertThat(keys("rare", 2)).containsExactly(301L, 201L, 101L, 1L);
  }

  private List<Long> keys(@Nullable String type, int limit) {
    FindSourceEvents query =
        new FindSourceEvents(
            ACME,
            type == null ? null : new EventType(type),
            null,
            null,
            "same",
            null,
            null,
            limit,
            null);
    List<Long> keys = new ArrayList<>();
    Position after = Position.START;
    while (after != null) {
      Slice<SourceEventDocument> slice =
          models.eventLog().find(query, List.of("same"), new PageRequest(limit, after));
      slice.items().forEach(entry -> keys.add(entry.key()));
      after = slice.end();
    }
    return keys;
  }

  private static SourceEventDocument entry(long number) {
    return new SourceEventDocument(
        number,
        ACME.value(),
        EventId.of(Long.toString(number)),
        new EventType(number % 100 == 1 ? "rare" : "frequent"),
        "{\"id\":\"same\"}",
        null,
        null,
        null,
        Map.of(),
        NOON,
        NOON,
        false);
  }
}
