package factory.integration.command.sourceevent;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventRouted;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.PublishEvent;
import factory.integration.api.sourceevent.RouteEvent;
import factory.integration.api.sourceevent.Routing;
import factory.integration.api.sourceevent.RoutingDecision;
import factory.integration.api.subscription.SubscriptionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The event {@code orderCreated} in several spellings. */
final class SourceEventFixture {

  static final EventId ID = EventId.of("01jxd3v9k2000000000000000a");
  static final String DATA = "{\"id\": \"o-1\"}";
  static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");

  private static final EventType TYPE = new EventType("orderCreated");

  private SourceEventFixture() {}

  static PublishEvent publish(@Nullable String idempotencyKey) {
    return publish(idempotencyKey, DATA, NOON);
  }

  static PublishEvent publish(@Nullable String idempotencyKey, String data, Instant occurredAt) {
    return publish(
        idempotencyKey, TYPE, data, new Routing.Broadcast(), Map.of("x-a", "b"), "o-1", occurredAt);
  }

  static PublishEvent publish(
      @Nullable String idempotencyKey,
      EventType type,
      String data,
      Routing routing,
      Map<String, String> headers,
      @Nullable String orderingKey,
      Instant occurredAt) {
    return new PublishEvent(
        ID, type, data, routing, headers, orderingKey, idempotencyKey, occurredAt);
  }

  static EventAccepted accepted(@Nullable String idempotencyKey) {
    return new EventAccepted(
        ID, TYPE, DATA, new Routing.Broadcast(), Map.of("x-a", "b"), "o-1", idempotencyKey, NOON);
  }

  static RouteEvent route(String reason) {
    return new RouteEvent(ID, decisions(reason));
  }

  static EventRouted routed(String reason) {
    return new EventRouted(ID, decisions(reason));
  }

  private static List<RoutingDecision> decisions(String reason) {
    return List.of(
        new RoutingDecision(
            SubscriptionId.of("01jxd3v9k2000000000000000b"),
            true,
            reason,
            DeliveryId.of("01jxd3v9k2000000000000000c")));
  }
}
