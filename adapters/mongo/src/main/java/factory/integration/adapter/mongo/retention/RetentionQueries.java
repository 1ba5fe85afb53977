package factory.integration.adapter.mongo.retention;

import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.Query;
import factory.integration.adapter.mongo.view.AgeIndexes;
import factory.integration.api.integrationevent.DeliveryStatus;
import factory.integration.query.retention.KeySpan;
import java.util.Collection;
import java.util.List;
import org.bson.Document;

/** What is of age, and what must stay nevertheless; each query names the index that it runs on. */
final class RetentionQueries {

  static final String ID = "_id";
  static final String ENTRY = "entry";
  static final String DELIVERY = "deliveryId";
  static final String EVENT = "eventId";
  static final String CURRENT = "current";
  static final String STATUS = "deliveryStatus";
  static final String LOG_ENTRY = "logEntry";
  static final String WORDS = "words";
  static final String DATA = "data";
  static final String PARTS = "dataParts";
  static final String REPEATS = "repeats";
  static final String NEWEST = "newest";
  static final String DECISIONS = "decisions";
  static final String ROUTES = "routes";

  static final List<String> OPEN =
      List.of(
          DeliveryStatus.SCHEDULED.name(),
          DeliveryStatus.PROCESSING.name(),
          DeliveryStatus.RETRY.name());

  private static final MongoIndex BY_EVENT = MongoIndex.ascending(EVENT).newestFirst(ENTRY);
  private static final MongoIndex BY_REPEATED =
      MongoIndex.ascending(REPEATS).newestFirst(ENTRY).where(REPEATS);
  private static final MongoIndex BY_ROUTED = MongoIndex.ascending(ROUTES + ".event");

  private RetentionQueries() {}

  static Query calls(KeySpan span) {
    return oldest(NEWEST, AgeIndexes.CALLS, span).only(NEWEST, "calls.entry", "calls.parts");
  }

  static Query attempts(KeySpan span) {
    return oldest(ENTRY, AgeIndexes.ENTRIES, span)
        .only(ENTRY, DELIVERY, "attempt", CURRENT, STATUS);
  }

  static Query deadLetters(KeySpan span) {
    return oldest(ENTRY, AgeIndexes.ENTRIES, span).only(ENTRY, "view");
  }

  /** Events with data. */
  static Query payloads(KeySpan span) {
    return oldest(ENTRY, AgeIndexes.PAYLOADS, span)
        .and(WORDS, new Document("$exists", true))
        .only(ENTRY, PARTS, DECISIONS);
  }

  /** Entries of events themselves. */
  static Query events(KeySpan span) {
    return oldest(ENTRY, AgeIndexes.ENTRIES, span)
        .and(REPEATS, new Document("$exists", false))
        .only(ENTRY, PARTS, DECISIONS);
  }

  /** What was decided for events apart from their entries. */
  static Query routing(Collection<String> eventIds) {
    return new Query(new Document(ROUTES + ".event", among(eventIds)), BY_ROUTED)
        .only(ROUTES + ".event");
  }

  /** Failed attempts, by their calls. */
  static Query failedAttempts(Collection<Long> logEntries) {
    return new Query(new Document(LOG_ENTRY, among(logEntries)), AgeIndexes.FAILED_CALLS)
        .and("unsuccessful", "FAILED")
        .only(LOG_ENTRY, DELIVERY);
  }

  /**
   * The latest attempts of deliveries that are open; an attempt's id begins with its delivery's.
   */
  static Query open(Collection<String> deliveries) {
    List<Document> each =
        deliveries.stream()
            .map(delivery -> new Document("$gt", delivery + "-").append("$lt", delivery + "."))
            .map(attempts -> new Document(ID, attempts))
            .toList();
    return new Query(new Document("$or", each), MongoIndex.ID)
        .and(CURRENT, true)
        .and(STATUS, among(OPEN))
        .only(DELIVERY);
  }

  /** The latest attempts of open deliveries of events. */
  static Query openOf(Collection<String> eventIds) {
    return attemptsOf(eventIds).and(CURRENT, true).and(STATUS, among(OPEN));
  }

  static Query attemptsOf(Collection<String> eventIds) {
    return new Query(new Document(EVENT, among(eventIds)), BY_EVENT).only(EVENT);
  }

  /** Repetitions of events that came not before a key. */
  static Query repetitions(Collection<String> eventIds, long from) {
    return new Query(new Document(REPEATS, among(eventIds)), BY_REPEATED)
        .and(ENTRY, new Document("$gte", from))
        .only(REPEATS);
  }

  static Document among(Collection<?> values) {
    return new Document("$in", List.copyOf(values));
  }

  static Document ids(Collection<String> ids) {
    return new Document(ID, among(ids));
  }

  private static Query oldest(String field, MongoIndex index, KeySpan span) {
    Document keys = new Document("$gt", span.after()).append("$lt", span.before());
    return new Query(new Document(field, keys), index).oldestFirst(field).limit(span.limit());
  }
}
