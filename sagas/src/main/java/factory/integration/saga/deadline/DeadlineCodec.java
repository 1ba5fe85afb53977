package factory.integration.saga.deadline;

import java.time.Instant;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.deadline.GenericDeadlineMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** Writes deadlines as text and reads them back. */
final class DeadlineCodec {

  private final Serializer serializer;

  DeadlineCodec(Serializer serializer) {
    this.serializer = serializer;
  }

  ScheduledDeadline stored(
      String id, DeadlineMessage<?> message, Instant dueAt, ScopeDescriptor scope) {
    SerializedObject<String> storedScope = serializer.serialize(scope, String.class);
    SerializedObject<String> payload = message.serializePayload(serializer, String.class);
    return new ScheduledDeadline(
        id,
        message.getDeadlineName(),
        dueAt,
        storedScope.getData(),
        storedScope.getType().getName(),
        message.getPayload() == null ? "" : payload.getData(),
        message.getPayload() == null ? "" : payload.getType().getName(),
        message.serializeMetaData(serializer, String.class).getData());
  }

  String scopeText(ScopeDescriptor scope) {
    return serializer.serialize(scope, String.class).getData();
  }

  ScopeDescriptor scope(ScheduledDeadline deadline) {
    return serializer.deserialize(text(deadline.scope(), deadline.scopeType()));
  }

  DeadlineMessage<?> message(ScheduledDeadline deadline) {
    MetaData metaData = serializer.deserialize(text(deadline.metadata(), MetaData.class.getName()));
    return new GenericDeadlineMessage<>(
        deadline.name(),
        new GenericMessage<>(deadline.id(), payload(deadline), metaData),
        deadline::dueAt);
  }

  private @Nullable Object payload(ScheduledDeadline deadline) {
    return deadline.payloadType().isEmpty()
        ? null
        : serializer.deserialize(text(deadline.payload(), deadline.payloadType()));
  }

  private static SerializedObject<String> text(String data, String type) {
    return new SimpleSerializedObject<>(data, String.class, type, null);
  }
}
