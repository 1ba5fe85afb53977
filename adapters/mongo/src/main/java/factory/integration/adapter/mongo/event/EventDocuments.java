package factory.integration.adapter.mongo.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.bson.Document;
import org.bson.types.Binary;

/** Turns messages into documents. */
final class EventDocuments {

  /** A document of MongoDB takes 16 MiB. */
  private static final int TOO_LARGE = 15 << 20;

  private static final long NANOS = 1_000_000_000;

  private EventDocuments() {}

  /**
   * One commit for all that is appended together, unless that is large: then several, each with all
   * events of some of the aggregates, so that none of them is ever stored with a hole.
   */
  static List<Commit> commits(List<? extends EventMessage<?>> events, Serializer serializer) {
    List<Document> documents = events.stream().map(event -> document(event, serializer)).toList();
    if (Commit.bytes(documents) <= Commit.LARGE) {
      return List.of(new Commit(documents));
    }
    List<Commit> commits = new ArrayList<>();
    List<Document> open = new ArrayList<>();
    for (List<Document> aggregate : byAggregate(documents)) {
      requireRoom(aggregate);
      if (!open.isEmpty() && Commit.bytes(open) + Commit.bytes(aggregate) > Commit.LARGE) {
        commits.add(new Commit(List.copyOf(open)));
        open.clear();
      }
      open.addAll(aggregate);
    }
    commits.add(new Commit(List.copyOf(open)));
    return commits;
  }

  private static void requireRoom(List<Document> aggregate) {
    if (Commit.bytes(aggregate) > TOO_LARGE) {
      throw new IllegalArgumentException(
          "%d events of aggregate %s take more than 15 MiB; append fewer at a time"
              .formatted(aggregate.size(), aggregate.getFirst().get(EventFields.AGGREGATE)));
    }
  }

  private static Collection<List<Document>> byAggregate(List<Document> events) {
    Map<String, List<Document>> grouped = new LinkedHashMap<>();
    for (Document event : events) {
      grouped
          .computeIfAbsent(event.getString(EventFields.AGGREGATE), _ -> new ArrayList<>())
          .add(event);
    }
    return grouped.values();
  }

  /** An event that belongs to no aggregate is the only one of its own, without a type. */
  static Document document(EventMessage<?> event, Serializer serializer) {
    SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
    SerializedObject<byte[]> metadata = event.serializeMetaData(serializer, byte[].class);
    Document document = new Document();
    if (event instanceof DomainEventMessage<?> domain) {
      document
          .append(EventFields.AGGREGATE, domain.getAggregateIdentifier())
          .append(EventFields.SEQUENCE, domain.getSequenceNumber())
          .append(EventFields.TYPE, domain.getType());
    } else {
      document
          .append(EventFields.AGGREGATE, event.getIdentifier())
          .append(EventFields.SEQUENCE, 0L);
    }
    return document
        .append(EventFields.ID, event.getIdentifier())
        .append(EventFields.TIME, nanos(event.getTimestamp()))
        .append(EventFields.PAYLOAD_TYPE, payload.getType().getName())
        .append(EventFields.REVISION, payload.getType().getRevision())
        .append(EventFields.PAYLOAD, new Binary(payload.getData()))
        .append(EventFields.METADATA, new Binary(metadata.getData()));
  }

  /** Nanoseconds since 1970; BSON's own times stop at milliseconds. */
  static long nanos(Instant time) {
    return time.getEpochSecond() * NANOS + time.getNano();
  }

  static Instant time(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
  }
}
