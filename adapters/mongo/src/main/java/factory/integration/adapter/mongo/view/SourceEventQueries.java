package factory.integration.adapter.mongo.view;

import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.Query;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.FindSourceEvents;
import java.util.Collection;
import java.util.List;
import org.bson.Document;

/** Queries of the events log, and the indexes they run on. */
final class SourceEventQueries {

  static final String TENANT = "tenant";
  static final String TYPE = "eventType";
  static final String OWNER = "ownerId";
  static final String KEY = "idempotencyKey";
  static final String RECEIVED_AT = "receivedAt";
  static final String WORDS = "words";
  static final String DECISIONS = "decisions";

  /** The event that an entry repeats; absent in the event's own entry. */
  static final String REPEATS = "repeats";

  static final MongoIndex BY_TENANT = index(TENANT);
  static final MongoIndex BY_TYPE = index(TENANT, TYPE);
  static final MongoIndex BY_OWNER = index(TENANT, OWNER).where(OWNER);
  static final MongoIndex BY_KEY = index(TENANT, KEY).where(KEY);
  static final MongoIndex BY_REPEATED = index(REPEATS).where(REPEATS);
  static final MongoIndex BY_WORD = index(TENANT, WORDS).where(WORDS);

  static final List<MongoIndex> INDEXES =
      List.of(
          BY_TENANT,
          BY_TYPE,
          BY_OWNER,
          BY_KEY,
          BY_REPEATED,
          BY_WORD,
          AgeIndexes.ENTRIES,
          AgeIndexes.PAYLOADS);

  private SourceEventQueries() {}

  private static MongoIndex index(String... fields) {
    return MongoIndex.ascending(fields).newestFirst(ViewQuery.ENTRY);
  }

  /** The entry of the event itself. */
  static Query one(TenantId tenant, EventId eventId) {
    return entries(Query.byId(eventId.value()).and(TENANT, tenant.value()));
  }

  /** Entries that meet the query's conditions, its text excepted. */
  static Query all(FindSourceEvents query, long before, int limit) {
    return entries(conditions(query).before(before, indexFor(query), limit));
  }

  /** As {@link #all}, of events: their own entries. */
  static Query originals(FindSourceEvents query, Collection<String> eventIds) {
    return entries(conditions(query).matching("_id", among(eventIds)).on(MongoIndex.ID));
  }

  /** As {@link #all}, of events: the entries that repeat them. */
  static Query repetitions(FindSourceEvents query, Collection<String> eventIds) {
    return entries(conditions(query).matching(REPEATS, among(eventIds)).on(BY_REPEATED));
  }

  /** Events whose data holds all words, the newest first, up to an entry. */
  static Query matching(TenantId tenant, List<String> words, long upTo, int limit) {
    return new ViewQuery()
        .where(TENANT, tenant)
        .matching(WORDS, new Document("$all", List.copyOf(words)))
        .matching(ViewQuery.ENTRY, new Document("$lte", upTo))
        .on(BY_WORD)
        .newestFirst(ViewQuery.ENTRY)
        .limit(limit)
        .only(ViewQuery.ENTRY);
  }

  /** The event of that entry, if no words are stored with it. */
  static Document withoutWords(String tenant, long entry) {
    return new Document(TENANT, tenant)
        .append(ViewQuery.ENTRY, entry)
        .append(WORDS, new Document("$exists", false));
  }

  private static Query entries(Query query) {
    return query.without(WORDS, DECISIONS);
  }

  private static Document among(Collection<String> eventIds) {
    return new Document("$in", List.copyOf(eventIds));
  }

  private static MongoIndex indexFor(FindSourceEvents query) {
    if (query.idempotencyKey() != null) {
      return BY_KEY;
    }
    if (query.ownerId() != null) {
      return BY_OWNER;
    }
    return query.eventType() == null ? BY_TENANT : BY_TYPE;
  }

  private static ViewQuery conditions(FindSourceEvents query) {
    return new ViewQuery()
        .where(TENANT, query.tenant())
        .where(KEY, query.idempotencyKey())
        .where(OWNER, query.ownerId())
        .where(TYPE, query.eventType())
        .within(RECEIVED_AT, query.from(), query.to());
  }
}
