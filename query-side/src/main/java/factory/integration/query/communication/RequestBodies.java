package factory.integration.query.communication;

import factory.integration.api.delivery.WebhookBody;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.subscription.PayloadFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Makes again what was sent: a call keeps its body's format only, since the event store has the
 * event as it came, and one event may have gone to many endpoints.
 */
final class RequestBodies {

  private final EventStore eventStore;

  RequestBodies(EventStore eventStore) {
    this.eventStore = eventStore;
  }

  /** The body, or empty when the event is not stored any more. */
  Optional<String> find(EventId eventId, PayloadFormat format) {
    return eventStore
        .readEvents(eventId.value())
        .asStream()
        .limit(1)
        .filter(message -> message.getPayload() instanceof EventAccepted)
        .map(message -> render((EventAccepted) message.getPayload(), message, format))
        .findFirst();
  }

  private static String render(EventAccepted event, EventMessage<?> message, PayloadFormat format) {
    Map<String, String> context = new HashMap<>();
    message.getMetaData().forEach((key, value) -> context.put(key, String.valueOf(value)));
    return WebhookBody.render(
        format, event.eventId(), event.eventType(), event.occurredAt(), event.data(), context);
  }
}
