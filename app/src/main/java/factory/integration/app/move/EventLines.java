package factory.integration.app.move;

import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes lines of events, and events of lines, with identifiers and times as they were. */
final class EventLines {

  private final Serializer serializer;

  EventLines(Serializer serializer) {
    this.serializer = serializer;
  }

  Line.Event line(EventMessage<?> event) {
    SerializedObject<JsonNode> payload = event.serializePayload(serializer, JsonNode.class);
    DomainEventMessage<?> domain = event instanceof DomainEventMessage<?> it ? it : null;
    return new Line.Event(
        event.getIdentifier(),
        event.getTimestamp(),
        domain == null ? null : domain.getType(),
        domain == null ? null : domain.getAggregateIdentifier(),
        domain == null ? null : domain.getSequenceNumber(),
        payload.getType().getName(),
        payload.getType().getRevision(),
        payload.getData(),
        event.serializeMetaData(serializer, JsonNode.class).getData());
  }

  EventMessage<?> event(Line.Event line) {
    Object payload = read(line.payload(), line.payloadType(), line.revision());
    if (payload instanceof UnknownSerializedType) {
      throw new IllegalStateException(
          "event %s is a %s, which this version does not know: import with the version that exported"
              .formatted(line.id(), line.payloadType()));
    }
    MetaData metadata = (MetaData) read(line.metadata(), MetaData.class.getName(), null);
    GenericMessage<Object> message = new GenericMessage<>(line.id(), payload, metadata);
    return line.aggregate() == null
        ? new GenericEventMessage<>(message, line::time)
        : new GenericDomainEventMessage<>(
            line.aggregateType(),
            line.aggregate(),
            Objects.requireNonNull(line.sequence()),
            message,
            line::time);
  }

  private Object read(JsonNode json, String type, @Nullable String revision) {
    return serializer.deserialize(
        new SimpleSerializedObject<>(json, JsonNode.class, type, revision));
  }
}
