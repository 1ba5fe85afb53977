package factory.integration.adapter.mongo.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Events that are stored together or not at all, and not yet at a position.
 *
 * @param parts the commits that it is made of, which do not need each other; empty when they do
 */
record Commit(List<Document> events, List<Commit> parts) {

  /** Whoever loads an aggregate reads the documents that its events stand in. */
  static final int LARGE = 64 << 10;

  Commit(List<Document> events) {
    this(events, List.of());
  }

  /** The same events in as few documents as are not large; those of an aggregate stay apart. */
  static List<Commit> together(List<Commit> commits) {
    List<Commit> packed = new ArrayList<>();
    List<Commit> open = new ArrayList<>();
    Set<String> aggregates = new HashSet<>();
    long bytes = 0;
    for (Commit commit : commits) {
      List<String> own = commit.aggregates();
      long more = bytes(commit.events);
      if (!open.isEmpty()
          && (bytes + more > LARGE || own.stream().anyMatch(aggregates::contains))) {
        packed.add(of(open));
        open.clear();
        aggregates.clear();
        bytes = 0;
      }
      open.add(commit);
      aggregates.addAll(own);
      bytes += more;
    }
    packed.add(of(open));
    return packed;
  }

  private static Commit of(List<Commit> parts) {
    return parts.size() == 1
        ? parts.getFirst()
        : new Commit(
            parts.stream().flatMap(part -> part.events.stream()).toList(), List.copyOf(parts));
  }

  /** The index does not tell two events of one document apart, so each aggregate is there once. */
  private List<String> aggregates() {
    return events.stream().map(event -> event.getString(EventFields.AGGREGATE)).distinct().toList();
  }

  static long bytes(List<Document> events) {
    return events.stream()
        .mapToLong(
            event ->
                event.get(EventFields.PAYLOAD, Binary.class).length()
                    + event.get(EventFields.METADATA, Binary.class).length())
        .sum();
  }

  Document at(long first) {
    return new Document(EventFields.LAST, last(first))
        .append(EventFields.FIRST, first)
        .append(EventFields.EVENTS, events);
  }

  long last(long first) {
    return first + events.size() - 1;
  }

  String firstId() {
    return events.getFirst().getString(EventFields.ID);
  }
}
