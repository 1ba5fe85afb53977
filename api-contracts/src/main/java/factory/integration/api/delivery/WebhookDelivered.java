package factory.integration.api.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.messaging.PublishedEvent;
import factory.integration.api.messaging.Topic;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.SubscriptionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The endpoint took the webhook. */
public record WebhookDelivered(
    DeliveryId deliveryId, DeliveryPlan plan, int attempt, HttpExchange exchange)
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
  public Object publishedPayload() {
    return new Published(
        deliveryId,
        plan.eventId(),
        plan.eventType(),
        plan.subscriptionId(),
        plan.ownerId(),
        "outbound",
        attempt,
        exchange.statusCode(),
        exchange.durationMillis(),
        exchange.completedAt());
  }

  /** What consumers of {@code factory.integration.webhooks} see. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Published(
      DeliveryId deliveryId,
      EventId sourceEventId,
      EventType sourceEventType,
      @Nullable SubscriptionId subscriptionId,
      @Nullable String ownerId,
      String direction,
      int attempts,
      @Nullable Integer statusCode,
      long durationMillis,
      Instant deliveredAt) {}
}
