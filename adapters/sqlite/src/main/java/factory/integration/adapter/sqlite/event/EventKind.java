package factory.integration.adapter.sqlite.event;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * What many events have in common.
 *
 * @param aggregateType absent when the event belongs to no aggregate
 */
record EventKind(@Nullable String aggregateType, String payloadType, @Nullable String revision) {

  SerializedType serializedType() {
    return new SimpleSerializedType(payloadType, revision);
  }
}
