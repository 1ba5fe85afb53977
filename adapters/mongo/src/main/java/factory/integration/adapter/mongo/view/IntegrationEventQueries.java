package factory.integration.adapter.mongo.view;

import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.Query;
import factory.integration.api.delivery.WorkId;
import factory.integration.api.integrationevent.FindIntegrationEvents;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Queries of the attempts, and the indexes they run on. */
final class IntegrationEventQueries {

  static final String TENANT = "tenant";
  static final String INTEGRATION = "integrationId";
  static final String EVENT = "eventId";
  static final String TYPE = "eventType";
  static final String OWNER = "ownerId";
  static final String STATUS = "status";
  static final String CURRENT = "current";
  static final String CREATED_AT = "createdAt";

  /** The status again while it is not success, so that its indexes stay small. */
  static final String UNSUCCESSFUL = "unsuccessful";

  static final MongoIndex BY_EVENT = index(EVENT);
  static final MongoIndex BY_TENANT = index(TENANT);
  static final MongoIndex BY_INTEGRATION = index(TENANT, INTEGRATION);
  static final MongoIndex BY_TYPE = index(TENANT, TYPE);
  static final MongoIndex BY_OWNER = index(TENANT, OWNER).where(OWNER);
  static final MongoIndex BY_STATUS = index(TENANT, UNSUCCESSFUL).where(UNSUCCESSFUL);
  static final MongoIndex BY_FAILURE = index(TENANT, INTEGRATION, UNSUCCESSFUL).where(UNSUCCESSFUL);

  static final List<MongoIndex> INDEXES =
      List.of(
          BY_EVENT,
          BY_TENANT,
          BY_INTEGRATION,
          BY_TYPE,
          BY_OWNER,
          BY_STATUS,
          BY_FAILURE,
          AgeIndexes.ENTRIES,
          AgeIndexes.FAILED_CALLS);

  private IntegrationEventQueries() {}

  private static MongoIndex index(String... fields) {
    return MongoIndex.ascending(fields).newestFirst(ViewQuery.ENTRY);
  }

  /** Attempts of a delivery. */
  static Query chain(TenantId tenant, WorkId workId) {
    return new Query(new Document("_id", attemptsOf(workId.value())), MongoIndex.ID)
        .and(TENANT, tenant.value())
        .oldestFirst("attempt");
  }

  /** The latest attempts of deliveries. */
  static Query latestOf(Collection<String> deliveries) {
    List<Document> each =
        deliveries.stream().map(delivery -> new Document("_id", attemptsOf(delivery))).toList();
    return new Query(new Document("$or", each).append(CURRENT, true), MongoIndex.ID);
  }

  /** An attempt's id is its delivery's, a hyphen and a number; the full stop comes next to it. */
  private static Document attemptsOf(String workId) {
    return new Document("$gt", workId + "-").append("$lt", workId + ".");
  }

  /** The latest attempts of the deliveries of an event. */
  static Query latestOf(TenantId tenant, EventId eventId) {
    return new Query(new Document(EVENT, eventId.value()), BY_EVENT)
        .and(TENANT, tenant.value())
        .and(CURRENT, true)
        .newestFirst(ViewQuery.ENTRY);
  }

  /** Attempts that meet the query's conditions, its text excepted. */
  static Query all(FindIntegrationEvents query, long before, int limit) {
    return conditions(query).before(before, indexFor(query), limit);
  }

  /** As {@link #all}, of events; null when the query is for another event. */
  static @Nullable Query ofEvents(FindIntegrationEvents query, List<String> eventIds) {
    if (query.eventId() != null && !eventIds.contains(query.eventId().value())) {
      return null;
    }
    List<String> wanted = query.eventId() == null ? eventIds : List.of(query.eventId().value());
    return conditions(query).matching(EVENT, new Document("$in", wanted)).on(BY_EVENT);
  }

  private static ViewQuery conditions(FindIntegrationEvents query) {
    IntegrationEventStatus status = stored(query.status());
    boolean succeeded = status == IntegrationEventStatus.SUCCESS;
    ViewQuery conditions =
        new ViewQuery()
            .where(TENANT, query.tenant())
            .where(INTEGRATION, query.integrationId())
            .where(EVENT, query.eventId())
            .where(TYPE, query.eventType())
            .where(OWNER, query.ownerId())
            .where(succeeded ? STATUS : UNSUCCESSFUL, status == null ? null : status.name())
            .within(CREATED_AT, query.from(), query.to());
    return query.currentOnly() ? conditions.matching(CURRENT, true) : conditions;
  }

  private static MongoIndex indexFor(FindIntegrationEvents query) {
    if (query.eventId() != null) {
      return BY_EVENT;
    }
    IntegrationEventStatus status = query.status();
    if (status != null && status != IntegrationEventStatus.SUCCESS) {
      return query.integrationId() == null ? BY_STATUS : BY_FAILURE;
    }
    if (query.integrationId() != null) {
      return BY_INTEGRATION;
    }
    if (query.ownerId() != null) {
      return BY_OWNER;
    }
    return query.eventType() == null ? BY_TENANT : BY_TYPE;
  }

  private static @Nullable IntegrationEventStatus stored(@Nullable IntegrationEventStatus asked) {
    return asked == IntegrationEventStatus.PROCESSING ? IntegrationEventStatus.QUEUED : asked;
  }
}
