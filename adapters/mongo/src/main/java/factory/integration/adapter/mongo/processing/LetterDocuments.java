package factory.integration.adapter.mongo.processing;

import factory.integration.adapter.axon.StoredLetter;
import factory.integration.adapter.axon.StoredToken;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Turns letters into documents and back. An event that could not be deserialised goes in and comes
 * out in its serialised form, so that it can be handled once its class is repaired.
 */
final class LetterDocuments {

  private final Serializer eventSerializer;
  private final Serializer serializer;

  LetterDocuments(Serializer eventSerializer, Serializer serializer) {
    this.eventSerializer = eventSerializer;
    this.serializer = serializer;
  }

  Document write(DeadLetter<? extends EventMessage<?>> letter) {
    EventMessage<?> event = letter.message();
    SerializedObject<byte[]> payload = event.serializePayload(eventSerializer, byte[].class);
    SerializedObject<byte[]> metadata = event.serializeMetaData(eventSerializer, byte[].class);
    Document document =
        state(letter)
            .append("event", event.getIdentifier())
            .append("eventTime", event.getTimestamp().toString())
            .append("payloadType", payload.getType().getName())
            .append("revision", payload.getType().getRevision())
            .append("payload", new Binary(payload.getData()))
            .append("metadata", new Binary(metadata.getData()))
            .append("enqueuedAt", letter.enqueuedAt().toEpochMilli());
    if (event instanceof DomainEventMessage<?> domain) {
      document
          .append("aggregateType", domain.getType())
          .append("aggregate", domain.getAggregateIdentifier())
          .append("aggregateSequence", domain.getSequenceNumber());
    }
    if (event instanceof TrackedEventMessage<?> tracked) {
      StoredToken token = StoredToken.of(tracked.trackingToken());
      document.append("token", binary(token.data())).append("tokenType", token.type());
    }
    return document;
  }

  /** What a letter is given anew whenever it is requeued. */
  Document state(DeadLetter<?> letter) {
    byte[] diagnostics = serializer.serialize(letter.diagnostics(), byte[].class).getData();
    return new Document("causeType", letter.cause().map(Cause::type).orElse(null))
        .append("causeMessage", letter.cause().map(Cause::message).orElse(null))
        .append("diagnostics", new Binary(diagnostics))
        .append("touchedAt", letter.lastTouched().toEpochMilli());
  }

  StoredLetter read(Document document) {
    String causeType = document.getString("causeType");
    String sequence = document.getString("sequence");
    MetaData diagnostics =
        serializer.deserialize(
            new SerializedMetaData<>(bytes(document, "diagnostics"), byte[].class));
    return new StoredLetter(
        document.getString("_id"),
        sequence,
        new GenericDeadLetter<>(
            sequence,
            event(document),
            causeType == null
                ? null
                : new ThrowableCause(causeType, document.getString("causeMessage")),
            Instant.ofEpochMilli(document.getLong("enqueuedAt")),
            Instant.ofEpochMilli(document.getLong("touchedAt")),
            diagnostics));
  }

  private EventMessage<?> event(Document document) {
    SerializedMessage<?> message = message(document);
    Instant time = Instant.parse(document.getString("eventTime"));
    TrackingToken token =
        new StoredToken(bytes(document, "token"), document.getString("tokenType")).read();
    String aggregate = document.getString("aggregate");
    if (aggregate == null) {
      return token == null
          ? new GenericEventMessage<>(message, () -> time)
          : new GenericTrackedEventMessage<>(token, message, () -> time);
    }
    String type = document.getString("aggregateType");
    long sequence = document.getLong("aggregateSequence");
    return token == null
        ? new GenericDomainEventMessage<>(type, aggregate, sequence, message, () -> time)
        : new GenericTrackedDomainEventMessage<>(
            token, type, aggregate, sequence, message, () -> time);
  }

  private SerializedMessage<?> message(Document document) {
    return new SerializedMessage<>(
        document.getString("event"),
        new SimpleSerializedObject<>(
            bytes(document, "payload"),
            byte[].class,
            document.getString("payloadType"),
            document.getString("revision")),
        new SerializedMetaData<>(bytes(document, "metadata"), byte[].class),
        eventSerializer);
  }

  private static @Nullable Binary binary(byte @Nullable [] data) {
    return data == null ? null : new Binary(data);
  }

  private static byte @Nullable [] bytes(Document document, String field) {
    Binary data = document.get(field, Binary.class);
    return data == null ? null : data.getData();
  }
}
