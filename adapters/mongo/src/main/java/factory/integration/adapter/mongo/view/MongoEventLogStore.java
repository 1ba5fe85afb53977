package factory.integration.adapter.mongo.view;

import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.adapter.mongo.Query;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.FindSourceEvents;
import factory.integration.api.sourceevent.RoutingDecision;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import factory.integration.query.eventlog.DuplicateDocument;
import factory.integration.query.eventlog.EventLogStore;
import factory.integration.query.eventlog.SourceEventDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The events log, one document an entry; an event's own entry stands under the event's id. */
final class MongoEventLogStore implements EventLogStore {

  private final SourceEvents events;
  private final TextMatches matches;
  private final MongoWrites writes;
  private final SourceEventWrites target;

  MongoEventLogStore(SourceEvents events, TextMatches matches, MongoWrites writes) {
    this.events = events;
    this.matches = matches;
    this.writes = writes;
    this.target = new SourceEventWrites(events);
  }

  @Override
  public void add(SourceEventDocument entry) {
    writes.write(target, new SourceEventWrites.Accepted(entry));
  }

  @Override
  public void addDuplicate(DuplicateDocument entry) {
    writes.write(target, new SourceEventWrites.Repeated(entry));
  }

  @Override
  public void route(EventId eventId, List<RoutingDecision> decisions) {
    writes.write(target, new SourceEventWrites.Routed(eventId, decisions));
  }

  @Override
  public void clear() {
    events.clear();
  }

  @Override
  public Optional<SourceEventDocument> get(TenantId tenant, EventId eventId) {
    return events.list(SourceEventQueries.one(tenant, eventId)).stream().findFirst();
  }

  @Override
  public List<RoutingDecision> routing(EventId eventId) {
    Query decisions = Query.byId(eventId.value()).only(SourceEventQueries.DECISIONS);
    return events.documents().list(decisions).stream()
        .filter(event -> event.containsKey(SourceEventQueries.DECISIONS))
        .map(MongoEventLogStore::decisions)
        .findFirst()
        .or(() -> events.routing().find(eventId))
        .orElse(List.of());
  }

  private static List<RoutingDecision> decisions(Document event) {
    return RoutingBuckets.JSON.read(event.getString(SourceEventQueries.DECISIONS));
  }

  @Override
  public Slice<SourceEventDocument> find(
      FindSourceEvents query, @Nullable List<String> words, PageRequest page) {
    if (words == null) {
      Query newest = SourceEventQueries.all(query, page.after().entry(), page.limit() + 1);
      return Slice.of(events.list(newest), page.limit(), SourceEventDocument::key);
    }
    return words.isEmpty() ? Slice.empty() : matching(query, words, page);
  }

  private Slice<SourceEventDocument> matching(
      FindSourceEvents query, List<String> words, PageRequest page) {
    return matches.find(
        query.tenant(),
        words,
        page,
        SourceEventDocument::key,
        entry -> entry.eventId().value(),
        eventIds -> ofEvents(query, eventIds));
  }

  private List<SourceEventDocument> ofEvents(FindSourceEvents query, List<String> eventIds) {
    List<SourceEventDocument> entries = new ArrayList<>();
    entries.addAll(events.list(SourceEventQueries.originals(query, eventIds)));
    entries.addAll(events.list(SourceEventQueries.repetitions(query, eventIds)));
    return entries;
  }
}
