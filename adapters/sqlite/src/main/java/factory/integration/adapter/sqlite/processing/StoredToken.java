package factory.integration.adapter.sqlite.processing;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** A token in its stored form; both parts are absent for the beginning of the stream. */
record StoredToken(byte @Nullable [] data, @Nullable String type) {

  static StoredToken of(@Nullable TrackingToken token, Serializer serializer) {
    if (token == null) {
      return new StoredToken(null, null);
    }
    SerializedObject<byte[]> serialized = serializer.serialize(token, byte[].class);
    return new StoredToken(serialized.getData(), serialized.getType().getName());
  }

  @Nullable TrackingToken read(Serializer serializer) {
    return data == null
        ? null
        : serializer.deserialize(new SimpleSerializedObject<>(data, byte[].class, type, null));
  }
}
