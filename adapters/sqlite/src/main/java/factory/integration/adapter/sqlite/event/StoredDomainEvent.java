package factory.integration.adapter.sqlite.event;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;

/** A stored event that belongs to an aggregate. */
record StoredDomainEvent(StoredEvent event, String aggregate, long sequence)
    implements TrackedEventData<byte[]>, DomainEventData<byte[]> {

  @Override
  public String getType() {
    return String.valueOf(event.kind().aggregateType());
  }

  @Override
  public String getAggregateIdentifier() {
    return aggregate;
  }

  @Override
  public long getSequenceNumber() {
    return sequence;
  }

  @Override
  public TrackingToken trackingToken() {
    return event.trackingToken();
  }

  @Override
  public String getEventIdentifier() {
    return event.id();
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
