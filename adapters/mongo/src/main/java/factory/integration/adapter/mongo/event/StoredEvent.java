package factory.integration.adapter.mongo.event;

import java.time.Instant;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** An event as it was read; payload and metadata are deserialised by whoever needs them. */
record StoredEvent(Document document, @Nullable TrackingToken trackingToken)
    implements TrackedEventData<byte[]> {

  /** The event in its more special form when it belongs to an aggregate. */
  static TrackedEventData<byte[]> of(Document document, @Nullable TrackingToken token) {
    StoredEvent event = new StoredEvent(document, token);
    return document.containsKey(EventFields.TYPE) ? new StoredDomainEvent(event) : event;
  }

  @Override
  public String getEventIdentifier() {
    return document.getString(EventFields.ID);
  }

  @Override
  public Instant getTimestamp() {
    return EventDocuments.time(document.getLong(EventFields.TIME));
  }

  @Override
  public SerializedObject<byte[]> getMetaData() {
    return new SerializedMetaData<>(bytes(EventFields.METADATA), byte[].class);
  }

  @Override
  public SerializedObject<byte[]> getPayload() {
    return new SimpleSerializedObject<>(
        bytes(EventFields.PAYLOAD),
        byte[].class,
        new SimpleSerializedType(
            document.getString(EventFields.PAYLOAD_TYPE),
            document.getString(EventFields.REVISION)));
  }

  private byte[] bytes(String field) {
    return document.get(field, Binary.class).getData();
  }
}
