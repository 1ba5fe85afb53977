package factory.integration.adapter.sqlite.processing;

import factory.integration.adapter.axon.StoredLetter;
import factory.integration.adapter.axon.StoredToken;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.jspecify.annotations.Nullable;

/**
 * Turns letters into rows and back. An event that could not be deserialised goes in and comes out
 * in its serialised form, so that it can be handled once its class is repaired.
 */
final class LetterRow {

  static final String COLUMNS =
      "sequence, event_id, event_time, payload_type, payload_revision, payload, metadata,"
          + " aggregate_type, aggregate, aggregate_sequence, token_type, token, cause_type,"
          + " cause_message, diagnostics, enqueued_at, touched_at";

  private final Serializer eventSerializer;
  private final Serializer serializer;

  LetterRow(Serializer eventSerializer, Serializer serializer) {
    this.eventSerializer = eventSerializer;
    this.serializer = serializer;
  }

  /** The values of {@link #COLUMNS}. */
  @Nullable Object[] write(String sequence, DeadLetter<? extends EventMessage<?>> letter) {
    EventMessage<?> event = letter.message();
    SerializedObject<byte[]> payload = event.serializePayload(eventSerializer, byte[].class);
    DomainEventMessage<?> domain = event instanceof DomainEventMessage<?> found ? found : null;
    StoredToken token =
        StoredToken.of(
            event instanceof TrackedEventMessage<?> tracked ? tracked.trackingToken() : null);
    return new @Nullable Object[] {
      sequence,
      event.getIdentifier(),
      event.getTimestamp().toString(),
      payload.getType().getName(),
      payload.getType().getRevision(),
      payload.getData(),
      event.serializeMetaData(eventSerializer, byte[].class).getData(),
      domain == null ? null : domain.getType(),
      domain == null ? null : domain.getAggregateIdentifier(),
      domain == null ? null : domain.getSequenceNumber(),
      token.type(),
      token.data(),
      letter.cause().map(Cause::type).orElse(null),
      letter.cause().map(Cause::message).orElse(null),
      diagnostics(letter),
      letter.enqueuedAt().toEpochMilli(),
      letter.lastTouched().toEpochMilli()
    };
  }

  byte[] diagnostics(DeadLetter<?> letter) {
    return serializer.serialize(letter.diagnostics(), byte[].class).getData();
  }

  /** Reads the id, followed by {@link #COLUMNS}. */
  StoredLetter read(ResultSet row) throws SQLException {
    String causeType = row.getString("cause_type");
    MetaData diagnostics =
        serializer.deserialize(new SerializedMetaData<>(row.getBytes("diagnostics"), byte[].class));
    return new StoredLetter(
        row.getLong("id"),
        row.getString("sequence"),
        new GenericDeadLetter<>(
            row.getString("sequence"),
            event(row),
            causeType == null
                ? null
                : new ThrowableCause(causeType, row.getString("cause_message")),
            Instant.ofEpochMilli(row.getLong("enqueued_at")),
            Instant.ofEpochMilli(row.getLong("touched_at")),
            diagnostics));
  }

  private EventMessage<?> event(ResultSet row) throws SQLException {
    SerializedMessage<?> message =
        new SerializedMessage<>(
            row.getString("event_id"),
            new SimpleSerializedObject<>(
                row.getBytes("payload"),
                byte[].class,
                row.getString("payload_type"),
                row.getString("payload_revision")),
            new SerializedMetaData<>(row.getBytes("metadata"), byte[].class),
            eventSerializer);
    Instant time = Instant.parse(row.getString("event_time"));
    TrackingToken token =
        new StoredToken(row.getBytes("token"), row.getString("token_type")).read();
    String aggregate = row.getString("aggregate");
    if (aggregate == null) {
      return token == null
          ? new GenericEventMessage<>(message, () -> time)
          : new GenericTrackedEventMessage<>(token, message, () -> time);
    }
    String type = row.getString("aggregate_type");
    long sequence = row.getLong("aggregate_sequence");
    return token == null
        ? new GenericDomainEventMessage<>(type, aggregate, sequence, message, () -> time)
        : new GenericTrackedDomainEventMessage<>(
            token, type, aggregate, sequence, message, () -> time);
  }
}
