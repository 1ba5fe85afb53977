package factory.integration.adapter.mongo.view;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.LargeTexts;
import factory.integration.adapter.mongo.Query;
import factory.integration.query.eventlog.SourceEventDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads the events log. */
final class SourceEvents {

  private final Documents documents;
  private final LargeTexts texts;
  private final RoutingBuckets routing;

  SourceEvents(MongoDatabase database) {
    this.documents = new Documents(database, "source_event", SourceEventQueries.INDEXES);
    this.texts = new LargeTexts(database, "source_event_data");
    this.routing =
        new RoutingBuckets(
            new Documents(database, "source_event_routing", List.of(RoutingBuckets.BY_EVENT)));
  }

  Documents documents() {
    return documents;
  }

  LargeTexts texts() {
    return texts;
  }

  RoutingBuckets routing() {
    return routing;
  }

  /** Entries with their content; one that repeats an event which is gone is left out. */
  List<SourceEventDocument> list(Query query) {
    List<Document> entries = documents.list(query);
    Map<String, Document> originals = originals(entries);
    List<SourceEventDocument> found = new ArrayList<>(entries.size());
    for (Document entry : entries) {
      String repeated = entry.getString(SourceEventQueries.REPEATS);
      Document original = repeated == null ? entry : originals.get(repeated);
      if (original != null) {
        found.add(SourceEventFields.read(entry, original, data(original)));
      }
    }
    return found;
  }

  private Map<String, Document> originals(List<Document> entries) {
    Set<String> repeated =
        entries.stream()
            .filter(entry -> entry.containsKey(SourceEventQueries.REPEATS))
            .map(entry -> entry.getString(SourceEventQueries.REPEATS))
            .collect(Collectors.toSet());
    return originals(repeated);
  }

  /** The own entries of events, by their ids. */
  Map<String, Document> originals(Collection<String> eventIds) {
    Map<String, Document> originals = HashMap.newHashMap(eventIds.size());
    if (!eventIds.isEmpty()) {
      documents
          .list(Query.byIds(eventIds).without(SourceEventQueries.WORDS))
          .forEach(original -> originals.put(original.getString("_id"), original));
    }
    originals.values().removeIf(event -> !event.containsKey(ViewQuery.ENTRY));
    return originals;
  }

  private @Nullable String data(Document original) {
    Integer parts = original.getInteger(SourceEventFields.DATA_PARTS);
    return parts == null
        ? original.getString(SourceEventFields.DATA)
        : texts.find(original.getString("_id"), parts);
  }

  void clear() {
    documents.clear();
    texts.clear();
    routing.clear();
  }
}
