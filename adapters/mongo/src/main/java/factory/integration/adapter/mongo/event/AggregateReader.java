package factory.integration.adapter.mongo.event;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Reads the events of one aggregate; a later one of them stands at a later position. */
final class AggregateReader {

  private final MongoCollection<Document> events;

  AggregateReader(MongoCollection<Document> events) {
    this.events = events;
  }

  List<DomainEventData<byte[]>> from(String aggregate, long firstSequence) {
    List<DomainEventData<byte[]>> found = new ArrayList<>();
    for (Document document :
        events.find(having(aggregate, firstSequence)).sort(Sorts.ascending(EventFields.LAST))) {
      for (Document event : document.getList(EventFields.EVENTS, Document.class)) {
        if (isOf(event, aggregate)
            && event.getLong(EventFields.SEQUENCE) >= firstSequence
            && StoredEvent.of(event, null) instanceof StoredDomainEvent domainEvent) {
          found.add(domainEvent);
        }
      }
    }
    return found;
  }

  /** The events of each of the aggregates, none for those that do not exist. */
  Map<String, List<DomainEventData<byte[]>>> all(Collection<String> aggregates) {
    Map<String, List<DomainEventData<byte[]>>> found = HashMap.newHashMap(aggregates.size());
    aggregates.forEach(aggregate -> found.put(aggregate, new ArrayList<>(2)));
    List<Document> documents =
        events
            .find(Filters.in(EventFields.EVENTS + "." + EventFields.AGGREGATE, found.keySet()))
            .into(new ArrayList<>());
    documents.sort(Comparator.comparing(document -> document.getLong(EventFields.LAST)));
    for (Document document : documents) {
      for (Document event : document.getList(EventFields.EVENTS, Document.class)) {
        List<DomainEventData<byte[]>> wanted = found.get(event.getString(EventFields.AGGREGATE));
        if (wanted != null && StoredEvent.of(event, null) instanceof StoredDomainEvent stored) {
          wanted.add(stored);
        }
      }
    }
    return found;
  }

  Optional<Long> lastSequence(String aggregate) {
    Document document =
        events.find(having(aggregate, 0)).sort(Sorts.descending(EventFields.LAST)).first();
    return Optional.ofNullable(document == null ? null : lastSequence(document, aggregate));
  }

  private static @Nullable Long lastSequence(Document document, String aggregate) {
    Long last = null;
    for (Document event : document.getList(EventFields.EVENTS, Document.class)) {
      if (isOf(event, aggregate)) {
        last = event.getLong(EventFields.SEQUENCE);
      }
    }
    return last;
  }

  /** The first of the events that is stored already. */
  Optional<Document> firstStored(List<Document> appended) {
    return appended.stream()
        .filter(
            event ->
                lastSequence(event.getString(EventFields.AGGREGATE))
                    .filter(last -> last >= event.getLong(EventFields.SEQUENCE))
                    .isPresent())
        .findFirst();
  }

  private static Bson having(String aggregate, long firstSequence) {
    return Filters.elemMatch(
        EventFields.EVENTS,
        Filters.and(
            Filters.eq(EventFields.AGGREGATE, aggregate),
            Filters.gte(EventFields.SEQUENCE, firstSequence)));
  }

  private static boolean isOf(Document event, String aggregate) {
    return aggregate.equals(event.getString(EventFields.AGGREGATE));
  }
}
