package factory.integration.adapter.sqlite.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/** An event as it was read; payload and metadata are deserialised by whoever needs them. */
record StoredEvent(
    long position, EventKind kind, long time, String id, byte[] payload, byte[] metadata)
    implements TrackedEventData<byte[]> {

  static final String COLUMNS = "position, aggregate, sequence, kind, time, id, payload, metadata";

  private static final long NANOS = 1_000_000_000;

  /** Reads {@link #COLUMNS} of the current row. */
  static TrackedEventData<byte[]> from(ResultSet row, EventKinds kinds) throws SQLException {
    StoredEvent event =
        new StoredEvent(
            row.getLong(1),
            kinds.kind(row.getInt(4)),
            row.getLong(5),
            row.getString(6),
            row.getBytes(7),
            row.getBytes(8));
    String aggregate = row.getString(2);
    return aggregate == null ? event : new StoredDomainEvent(event, aggregate, row.getLong(3));
  }

  static long nanos(Instant time) {
    return time.getEpochSecond() * NANOS + time.getNano();
  }

  int bytes() {
    return payload.length + metadata.length;
  }

  @Override
  public TrackingToken trackingToken() {
    return new GlobalSequenceTrackingToken(position);
  }

  @Override
  public String getEventIdentifier() {
    return id;
  }

  @Override
  public Instant getTimestamp() {
    return Instant.ofEpochSecond(Math.floorDiv(time, NANOS), Math.floorMod(time, NANOS));
  }

  @Override
  public SerializedObject<byte[]> getMetaData() {
    return new SerializedMetaData<>(metadata, byte[].class);
  }

  @Override
  public SerializedObject<byte[]> getPayload() {
    return new SimpleSerializedObject<>(payload, byte[].class, kind.serializedType());
  }
}
