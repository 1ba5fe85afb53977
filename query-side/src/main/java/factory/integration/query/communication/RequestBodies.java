package factory.integration.query.communication;

import factory.integration.api.delivery.InboundWebhookDelivered;
import factory.integration.api.delivery.WebhookBody;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.api.subscription.PayloadFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Makes again what was sent: a call keeps its body's format only, since the event store has the
 * event as it came, and one event may have gone to many endpoints. What came in stands in its
 * delivery.
 */
final class RequestBodies {

  private final EventStore eventStore;

  RequestBodies(EventStore eventStore) {
    this.eventStore = eventStore;
  }

  /** The body, or empty when what it was made of is not stored any more. */
  Optional<String> find(String origin, PayloadFormat format) {
    return eventStore
        .readEvents(origin)
        .asStream()
        .limit(1)
        .flatMap(message -> body(message, format).stream())
        .findFirst();
  }

  private static Optional<String> body(EventMessage<?> message, PayloadFormat format) {
    return switch (message.getPayload()) {
      case EventAccepted event -> Optional.of(render(event, message, format));
      case InboundWebhookDelivered event -> Optional.of(event.webhook().body());
      default -> Optional.empty();
    };
  }

  private static String render(EventAccepted event, EventMessage<?> message, PayloadFormat format) {
    Map<String, String> context = new HashMap<>();
    message.getMetaData().forEach((key, value) -> context.put(key, String.valueOf(value)));
    return WebhookBody.render(
        format, event.eventId(), event.eventType(), event.occurredAt(), event.data(), context);
  }
}
