package factory.integration.saga.publication;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.Envelope;
import factory.integration.api.messaging.PublishedEvent;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.TraceParent;
import factory.integration.api.publication.PayloadRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;

/** Turns stored facts into messages: the one place where context becomes the envelope. */
final class EnvelopeFactory {

  private final ObjectWriter json;
  private final ToIntFunction<String> schemaVersions;
  private final long maxBytes;

  /**
   * @param schemaVersions gives the version of a fact's payload by its simple name
   * @param maxBytes longest envelope that goes whole
   */
  EnvelopeFactory(ObjectWriter json, ToIntFunction<String> schemaVersions, long maxBytes) {
    this.json = json;
    this.schemaVersions = schemaVersions;
    this.maxBytes = maxBytes;
  }

  OutgoingMessage message(PublishedEvent fact, EventMessage<?> stored) {
    Envelope envelope = envelope(fact, stored);
    return new OutgoingMessage(
        fact.topic().address(),
        fact.groupId(),
        envelope.eventType(),
        envelope.correlationId(),
        properties(envelope),
        body(envelope, stored));
  }

  /** What is too long goes by reference: the bus would refuse it for good, and all behind it. */
  private byte[] body(Envelope envelope, EventMessage<?> stored) {
    byte[] whole = json.writeValueAsBytes(envelope);
    if (whole.length <= maxBytes || !(stored instanceof DomainEventMessage<?> fact)) {
      return whole;
    }
    PayloadRef ref =
        new PayloadRef(envelope.eventId(), fact.getAggregateIdentifier(), fact.getSequenceNumber());
    return json.writeValueAsBytes(envelope.referringTo(ref.path()));
  }

  private static Envelope envelope(PublishedEvent fact, EventMessage<?> stored) {
    MetaData context = stored.getMetaData();
    return new Envelope(
        PayloadRef.EVENT_ID_PREFIX + stored.getIdentifier(),
        fact.publishedAs(),
        new TenantId((String) context.get(ContextKeys.TENANT_ID)),
        text(context, ContextKeys.PROJECT_ID),
        text(context, ContextKeys.MODULE_ID),
        text(context, ContextKeys.TRACE_ID),
        text(context, ContextKeys.CORRELATION_ID),
        text(context, ContextKeys.CAUSATION_ID),
        stored.getTimestamp(),
        fact.publishedPayload(),
        null);
  }

  private Map<String, String> properties(Envelope envelope) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put(Envelope.EVENT_TYPE_PROPERTY, envelope.eventType());
    properties.put(Envelope.TENANT_ID_PROPERTY, envelope.tenantId().value());
    putIfKnown(properties, Envelope.TRACE_ID_PROPERTY, envelope.traceId());
    putIfKnown(properties, Envelope.CORRELATION_ID_PROPERTY, envelope.correlationId());
    properties.put(
        Envelope.SCHEMA_VERSION_PROPERTY,
        Integer.toString(schemaVersions.applyAsInt(envelope.eventType())));
    properties.put(Envelope.EVENT_ID_PROPERTY, envelope.eventId());
    String span = TraceParent.spanOfPublication(envelope.eventId());
    TraceParent.within(envelope.traceId(), span)
        .ifPresent(parent -> properties.put(TraceParent.NAME, parent.toString()));
    return properties;
  }

  private static void putIfKnown(
      Map<String, String> properties, String name, @Nullable String value) {
    if (value != null) {
      properties.put(name, value);
    }
  }

  private static @Nullable String text(MetaData context, String key) {
    return (String) context.get(key);
  }
}
