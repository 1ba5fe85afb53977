package factory.integration.api.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import factory.integration.api.inbound.InboundSourceId;
import factory.integration.api.messaging.PublishedEvent;
import factory.integration.api.messaging.Topic;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's webhook was verified, made into an event and kept. Consumers know it as {@code
 * WebhookDelivered}, the direction being {@code inbound}.
 */
public record InboundWebhookDelivered(
    DeliveryId deliveryId, InboundWebhook webhook, HttpExchange exchange)
    implements DeliveryEvent, PublishedEvent {

  @Override
  public Topic topic() {
    return Topic.WEBHOOKS;
  }

  @Override
  public String groupId() {
    return deliveryId.value();
  }

  @Override
  public String publishedAs() {
    return WebhookDelivered.class.getSimpleName();
  }

  @Override
  public Object publishedPayload() {
    return new Published(
        deliveryId,
        webhook.eventId(),
        webhook.eventType(),
        webhook.sourceId(),
        webhook.ownerId(),
        "inbound",
        webhook.deduplicationKey(),
        1,
        exchange.statusCode(),
        exchange.durationMillis(),
        exchange.completedAt(),
        webhook.data());
  }

  /** What consumers of {@code factory.integration.webhooks} see. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Published(
      DeliveryId deliveryId,
      EventId sourceEventId,
      EventType sourceEventType,
      InboundSourceId sourceId,
      @Nullable String ownerId,
      String direction,
      String deduplicationKey,
      int attempts,
      @Nullable Integer statusCode,
      long durationMillis,
      Instant deliveredAt,
      @JsonRawValue String data) {}
}
