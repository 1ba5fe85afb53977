package factory.integration.adapter.mongo.view;

import factory.integration.adapter.mongo.Json;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.query.eventlog.DuplicateDocument;
import factory.integration.query.eventlog.SourceEventDocument;
import factory.integration.query.search.Words;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * An entry of the events log as a document, and back. One that repeats an event has the fields that
 * searches look at, the others are the event's own entry's.
 */
final class SourceEventFields {

  static final String DATA = "data";

  /** How many parts of a large text hold the data. */
  static final String DATA_PARTS = "dataParts";

  /** An event with more words is found by the first of them. */
  static final int MAX_WORDS = 10_000;

  private static final Json<Map<String, String>> HEADERS = new Json<>(new TypeReference<>() {});

  private SourceEventFields() {}

  /**
   * @param parts where the data stands; absent when it stands in the entry
   */
  static Document of(SourceEventDocument entry, @Nullable Integer parts) {
    Document fields =
        new Document(ViewQuery.ENTRY, entry.key())
            .append(SourceEventQueries.TENANT, entry.tenant())
            .append(SourceEventQueries.TYPE, entry.eventType().value())
            .append(SourceEventQueries.OWNER, entry.ownerId())
            .append(SourceEventQueries.KEY, entry.idempotencyKey())
            .append(SourceEventQueries.RECEIVED_AT, Date.from(entry.receivedAt()))
            .append("occurredAt", entry.occurredAt().toString())
            .append("orderingKey", entry.orderingKey())
            .append("customHeaders", headers(entry.customHeaders()))
            .append(DATA, parts == null ? entry.data() : null)
            .append(DATA_PARTS, parts)
            .append(SourceEventQueries.WORDS, words(Words.inJson(entry.data())));
    fields.values().removeIf(Objects::isNull);
    return fields;
  }

  /** At most so many that writing an entry stays quick: each word is a key of the index. */
  static List<String> words(Set<String> words) {
    return words.stream().limit(MAX_WORDS).toList();
  }

  private static @Nullable String headers(Map<String, String> headers) {
    return headers.isEmpty() ? null : HEADERS.write(headers);
  }

  /**
   * @param original the event's own entry
   */
  static Document of(DuplicateDocument entry, Document original) {
    return new Document(ViewQuery.ENTRY, entry.key())
        .append(SourceEventQueries.TENANT, entry.tenant())
        .append(SourceEventQueries.REPEATS, entry.eventId().value())
        .append(SourceEventQueries.TYPE, original.getString(SourceEventQueries.TYPE))
        .append(SourceEventQueries.OWNER, original.getString(SourceEventQueries.OWNER))
        .append(SourceEventQueries.KEY, entry.idempotencyKey())
        .append(SourceEventQueries.RECEIVED_AT, Date.from(entry.receivedAt()));
  }

  /**
   * @param original the event's own entry
   * @param data of the event; absent once it was purged
   */
  static SourceEventDocument read(Document entry, Document original, @Nullable String data) {
    String headers = original.getString("customHeaders");
    return new SourceEventDocument(
        entry.getLong(ViewQuery.ENTRY),
        entry.getString(SourceEventQueries.TENANT),
        new EventId(original.getString("_id")),
        new EventType(entry.getString(SourceEventQueries.TYPE)),
        data,
        entry.getString(SourceEventQueries.OWNER),
        entry.getString(SourceEventQueries.KEY),
        original.getString("orderingKey"),
        headers == null ? Map.of() : HEADERS.read(headers),
        Instant.parse(original.getString("occurredAt")),
        entry.getDate(SourceEventQueries.RECEIVED_AT).toInstant(),
        entry != original);
  }
}
