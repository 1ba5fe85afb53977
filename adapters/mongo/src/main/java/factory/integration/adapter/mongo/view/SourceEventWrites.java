package factory.integration.adapter.mongo.view;

import factory.integration.adapter.mongo.BulkWrites;
import factory.integration.adapter.mongo.DocumentWrite;
import factory.integration.adapter.mongo.LargeTexts;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.RoutingDecision;
import factory.integration.query.eventlog.DuplicateDocument;
import factory.integration.query.eventlog.SourceEventDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/**
 * Writes a batch of the events log. What was decided for an event stands in its entry when it is
 * accepted and routed in one batch, so that both are one insert; else it stands beside others.
 */
final class SourceEventWrites implements MongoWrites.Target<SourceEventWrites.Write> {

  /** Something that belongs into the events log. */
  sealed interface Write {}

  /** The entry of an event. */
  record Accepted(SourceEventDocument entry) implements Write {}

  /** What was decided for an event. */
  record Routed(EventId eventId, List<RoutingDecision> decisions) implements Write {}

  /** The entry of an event that came again. */
  record Repeated(DuplicateDocument entry) implements Write {}

  private final SourceEvents events;
  private final BulkWrites target;

  SourceEventWrites(SourceEvents events) {
    this.events = events;
    this.target = new BulkWrites(events.documents());
  }

  @Override
  public void write(List<Write> writes) {
    Map<String, Document> accepted = accepted(writes);
    Map<String, Document> known = new HashMap<>(accepted);
    known.putAll(events.originals(repeatedOfEarlier(writes, accepted.keySet())));
    List<DocumentWrite> all = new ArrayList<>(writes.size());
    List<Routed> later = new ArrayList<>();
    accepted.forEach((id, fields) -> all.add(DocumentWrite.put(id, fields)));
    for (Write write : writes) {
      switch (write) {
        case Accepted _ -> {}
        case Routed routed when accepted.containsKey(routed.eventId().value()) ->
            all.add(route(routed));
        case Routed routed -> later.add(routed);
        case Repeated repeated -> addRepetition(repeated.entry(), known, all);
      }
    }
    target.write(all);
    events.routing().write(later);
  }

  private Map<String, Document> accepted(List<Write> writes) {
    Map<String, String> large = new HashMap<>();
    List<SourceEventDocument> entries = new ArrayList<>(writes.size());
    for (Write write : writes) {
      if (write instanceof Accepted(SourceEventDocument entry)) {
        entries.add(entry);
        if (LargeTexts.isLarge(entry.data())) {
          large.put(entry.eventId().value(), entry.data());
        }
      }
    }
    Map<String, Integer> parts = events.texts().store(large);
    Map<String, Document> fields = HashMap.newHashMap(entries.size());
    for (SourceEventDocument entry : entries) {
      String id = entry.eventId().value();
      fields.put(id, SourceEventFields.of(entry, parts.get(id)));
    }
    return fields;
  }

  private static Set<String> repeatedOfEarlier(List<Write> writes, Set<String> accepted) {
    Set<String> earlier = new HashSet<>();
    for (Write write : writes) {
      if (write instanceof Repeated(DuplicateDocument entry)
          && !accepted.contains(entry.eventId().value())) {
        earlier.add(entry.eventId().value());
      }
    }
    return earlier;
  }

  private static DocumentWrite route(Routed routed) {
    Document decisions =
        new Document(SourceEventQueries.DECISIONS, RoutingBuckets.JSON.write(routed.decisions()));
    return DocumentWrite.put(routed.eventId().value(), decisions);
  }

  private static void addRepetition(
      DuplicateDocument entry, Map<String, Document> known, List<DocumentWrite> writes) {
    String eventId = entry.eventId().value();
    Document original = known.get(eventId);
    if (original != null && entry.tenant().equals(original.getString(SourceEventQueries.TENANT))) {
      String id = eventId + "#" + entry.key();
      writes.add(DocumentWrite.insert(id, SourceEventFields.of(entry, original)));
    }
  }
}
