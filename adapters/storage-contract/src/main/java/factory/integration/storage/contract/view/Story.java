package factory.integration.storage.contract.view;

import factory.integration.api.delivery.AttemptTrigger;
import factory.integration.api.delivery.CancelReason;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.delivery.InboundWebhook;
import factory.integration.api.delivery.InboundWebhookDelivered;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.delivery.WebhookDelivered;
import factory.integration.api.delivery.WebhookDeliveryAttemptFailed;
import factory.integration.api.delivery.WebhookDeliveryCancelled;
import factory.integration.api.delivery.WebhookDeliveryDiscarded;
import factory.integration.api.delivery.WebhookDeliveryExhausted;
import factory.integration.api.delivery.WebhookDeliveryRequested;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.FailureSource;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.inbound.InboundMapping;
import factory.integration.api.inbound.InboundSourceCreated;
import factory.integration.api.inbound.InboundSourceId;
import factory.integration.api.inbound.InboundSourceSettings;
import factory.integration.api.inbound.InboundVerification;
import factory.integration.api.inbound.ValueSource;
import factory.integration.api.sourceevent.DuplicateEventReceived;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventRouted;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.Routing;
import factory.integration.api.sourceevent.RoutingDecision;
import factory.integration.api.subscription.DisableReason;
import factory.integration.api.subscription.EndpointAuth;
import factory.integration.api.subscription.EndpointUrl;
import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionSettings;
import factory.integration.api.subscription.WebhookSubscribed;
import factory.integration.api.subscription.WebhookSubscriptionDisabled;
import factory.integration.api.vault.SecretRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event that four deliveries come of: delivered, dead-lettered, cancelled, discarded. */
final class Story {

  static final EventId EVENT = EventId.of("1");
  static final SubscriptionId SUBSCRIPTION = SubscriptionId.of("1");
  static final DeliveryId DELIVERED = DeliveryId.of("1");
  static final DeliveryId DEAD = DeliveryId.of("2");
  static final DeliveryId CANCELLED = DeliveryId.of("3");
  static final DeliveryId DISCARDED = DeliveryId.of("4");
  static final DeliveryId RECEIVED = DeliveryId.of("5");
  static final InboundSourceId SOURCE = InboundSourceId.of("1");
  static final FailureId FAILURE = FailureId.of("1");

  private static final EventType TYPE = new EventType("orderCreated");
  private static final SecretRef SECRET = new SecretRef("sec-1", 1);
  private static final Instant NOON = Times.NOON;

  /** An event of an aggregate. */
  record Told(String aggregate, long sequence, Object event) {}

  private Story() {}

  static List<Told> events() {
    return List.of(
        new Told("sub-1", 0, subscribed()),
        new Told("evt-1", 0, accepted()),
        new Told("evt-1", 1, new EventRouted(EVENT, List.of(decision()))),
        new Told("dlv-1", 0, requested(DELIVERED, 1)),
        new Told("dlv-1", 1, failed(DELIVERED, NOON.plusSeconds(5))),
        new Told("evt-1", 2, new DuplicateEventReceived(EVENT, "k-1")),
        new Told("dlv-1", 2, requested(DELIVERED, 2)),
        new Told("dlv-1", 3, new WebhookDelivered(DELIVERED, plan(), 2, exchange(200))),
        new Told("dlv-2", 0, requested(DEAD, 1)),
        new Told("dlv-2", 1, failed(DEAD, null)),
        new Told("dlv-2", 2, exhausted()),
        new Told("fail-1", 0, deadLettered()),
        new Told("dlv-3", 0, requested(CANCELLED, 1)),
        new Told("dlv-3", 1, failed(CANCELLED, NOON.plusSeconds(5))),
        new Told(
            "dlv-3",
            2,
            new WebhookDeliveryCancelled(CANCELLED, 1, CancelReason.SUBSCRIPTION_DISABLED)),
        new Told("src-1", 0, new InboundSourceCreated(SOURCE, source(), SECRET, true)),
        new Told("dlv-5", 0, received()),
        new Told("dlv-4", 0, new WebhookDeliveryDiscarded(DISCARDED, plan(), "disabled")),
        new Told(
            "sub-1", 1, new WebhookSubscriptionDisabled(SUBSCRIPTION, DisableReason.REQUESTED)));
  }

  private static InboundSourceSettings source() {
    return new InboundSourceSettings(
        "GitHub",
        new InboundVerification.GitHub(),
        new InboundMapping(
            new ValueSource.Header("x-github-event"),
            new ValueSource.Pointer(""),
            new ValueSource.Header("x-github-delivery")),
        false,
        null,
        null);
  }

  private static InboundWebhookDelivered received() {
    return new InboundWebhookDelivered(
        RECEIVED,
        new InboundWebhook(
            SOURCE, EventId.of("5"), TYPE, null, "k-1", "{\"ref\": \"main\"}", null, false),
        exchange(200));
  }

  private static EventAccepted accepted() {
    return new EventAccepted(
        EVENT,
        TYPE,
        "{\"id\":\"o-1\",\"apiKey\":\"abc\"}",
        new Routing.FanOut("customer-1"),
        Map.of(),
        null,
        "k-1",
        NOON);
  }

  private static RoutingDecision decision() {
    return new RoutingDecision(SUBSCRIPTION, true, "eventTypes: *", DELIVERED);
  }

  private static WebhookDeliveryRequested requested(DeliveryId delivery, int attempt) {
    return new WebhookDeliveryRequested(
        delivery,
        plan(),
        attempt,
        attempt == 1 ? AttemptTrigger.FIRST : AttemptTrigger.AUTOMATIC_RETRY);
  }

  private static WebhookDeliveryAttemptFailed failed(DeliveryId delivery, @Nullable Instant next) {
    return new WebhookDeliveryAttemptFailed(
        delivery, plan(), 1, FailureCategory.SERVER_ERROR, "500", next, exchange(500));
  }

  private static WebhookDeliveryExhausted exhausted() {
    return new WebhookDeliveryExhausted(
        DEAD, plan(), 1, FailureCategory.SERVER_ERROR, FailureReason.RETRIES_EXHAUSTED, "500");
  }

  private static IntegrationFailed deadLettered() {
    return new IntegrationFailed(
        FAILURE,
        FailureSource.DELIVERY,
        DEAD,
        plan(),
        1,
        FailureCategory.SERVER_ERROR,
        FailureReason.RETRIES_EXHAUSTED,
        "500");
  }

  private static DeliveryPlan plan() {
    return new DeliveryPlan(
        EVENT, TYPE, SUBSCRIPTION, null, "customer-1", Ordering.NONE, null, RetryPolicies.STANDARD);
  }

  private static HttpExchange exchange(int statusCode) {
    return new HttpExchange(
        "https://example.com/hook",
        PayloadFormat.STANDARD,
        Map.of("authorization", "Bearer abc"),
        statusCode,
        Map.of(),
        "ok",
        false,
        NOON,
        12,
        null,
        List.of());
  }

  private static WebhookSubscribed subscribed() {
    SubscriptionSettings settings =
        new SubscriptionSettings(
            new EndpointUrl("https://example.com/hook"),
            List.of("*"),
            "customer-1",
            null,
            Map.of(),
            new EndpointAuth.None(),
            RetryPolicies.STANDARD,
            Ordering.NONE,
            15,
            PayloadFormat.STANDARD);
    return new WebhookSubscribed(SUBSCRIPTION, settings, SECRET, true);
  }
}
