package factory.integration.adapter.mongo.view;

import factory.integration.adapter.mongo.BulkWrites;
import factory.integration.adapter.mongo.DocumentWrite;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.Json;
import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.Query;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.RoutingDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import tools.jackson.core.type.TypeReference;

/**
 * What was decided for events that were accepted in an earlier batch, many in one document, so that
 * their entries are not written again. A repeated batch that was cut otherwise leaves some
 * decisions in two documents, which are equal.
 */
final class RoutingBuckets {

  static final MongoIndex BY_EVENT = MongoIndex.ascending("routes.event");

  static final Json<List<RoutingDecision>> JSON = new Json<>(new TypeReference<>() {});

  private static final String ROUTES = "routes";
  private static final String EVENT = "event";
  private static final int MAX_ROUTES = 64;
  private static final int MAX_LENGTH = 512 * 1024;

  private final Documents buckets;
  private final BulkWrites target;

  RoutingBuckets(Documents buckets) {
    this.buckets = buckets;
    this.target = new BulkWrites(buckets);
  }

  void write(List<SourceEventWrites.Routed> all) {
    List<DocumentWrite> full = new ArrayList<>();
    List<Document> open = new ArrayList<>();
    int length = 0;
    for (SourceEventWrites.Routed routed : all) {
      String decisions = JSON.write(routed.decisions());
      if (open.size() == MAX_ROUTES || length + decisions.length() > MAX_LENGTH) {
        close(open, full);
        length = 0;
      }
      length += decisions.length();
      open.add(
          new Document(EVENT, routed.eventId().value())
              .append(SourceEventQueries.DECISIONS, decisions));
    }
    close(open, full);
    target.write(full);
  }

  private static void close(List<Document> open, List<DocumentWrite> full) {
    if (!open.isEmpty()) {
      String first = open.getFirst().getString(EVENT);
      String last = open.getLast().getString(EVENT);
      full.add(
          DocumentWrite.insert(
              "%s/%s/%d".formatted(first, last, open.size()),
              new Document(ROUTES, List.copyOf(open))));
      open.clear();
    }
  }

  /** What was decided for the event, if it stands here. */
  Optional<List<RoutingDecision>> find(EventId eventId) {
    return buckets.list(of(eventId).limit(1)).stream()
        .flatMap(bucket -> bucket.getList(ROUTES, Document.class).stream())
        .filter(route -> route.getString(EVENT).equals(eventId.value()))
        .map(route -> JSON.read(route.getString(SourceEventQueries.DECISIONS)))
        .findFirst();
  }

  static Query of(EventId eventId) {
    return new Query(new Document(ROUTES + "." + EVENT, eventId.value()), BY_EVENT);
  }

  void clear() {
    buckets.clear();
  }
}
