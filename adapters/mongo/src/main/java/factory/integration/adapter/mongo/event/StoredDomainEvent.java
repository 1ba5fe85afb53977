package factory.integration.adapter.mongo.event;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.jspecify.annotations.Nullable;

/** A stored event that belongs to an aggregate. */
record StoredDomainEvent(StoredEvent event)
    implements TrackedEventData<byte[]>, DomainEventData<byte[]> {

  @Override
  public String getType() {
    return event.document().getString(EventFields.TYPE);
  }

  @Override
  public String getAggregateIdentifier() {
    return event.document().getString(EventFields.AGGREGATE);
  }

  @Override
  public long getSequenceNumber() {
    return event.document().getLong(EventFields.SEQUENCE);
  }

  @Override
  public @Nullable TrackingToken trackingToken() {
    return event.trackingToken();
  }

  @Override
  public String getEventIdentifier() {
    return event.getEventIdentifier();
  }

  @Override
  public Instant getTimestamp() {
    return event.getTimestamp();
  }

  @Override
  public SerializedObject<byte[]> getMetaData() {
    return event.getMetaData();
  }

  @Override
  public SerializedObject<byte[]> getPayload() {
    return event.getPayload();
  }
}
