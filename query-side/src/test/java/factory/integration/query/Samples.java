package factory.integration.query;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.delivery.InboundWebhook;
import factory.integration.api.delivery.InboundWebhookDelivered;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.inbound.InboundMapping;
import factory.integration.api.inbound.InboundSourceId;
import factory.integration.api.inbound.InboundSourceSettings;
import factory.integration.api.inbound.InboundVerification;
import factory.integration.api.inbound.ValueSource;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.Routing;
import factory.integration.api.subscription.EndpointAuth;
import factory.integration.api.subscription.EndpointUrl;
import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionSettings;
import factory.integration.api.vault.SecretRef;
import java.util.List;
import java.util.Map;

/** What the tests of this module publish. */
public final class Samples {

  public static final EventId EVENT = EventId.of("1");
  public static final EventType TYPE = new EventType("orderCreated");
  public static final DeliveryId DELIVERY = DeliveryId.of("1");
  public static final SubscriptionId SUBSCRIPTION = SubscriptionId.of("1");
  public static final InboundSourceId SOURCE = InboundSourceId.of("1");
  public static final SecretRef SECRET = new SecretRef("sec-1", 1);
  public static final String DATA = "{\"id\":\"o-1\", \"total\":1.10}";

  private Samples() {}

  public static EventAccepted accepted(Routing routing) {
    return new EventAccepted(
        EVENT, TYPE, DATA, routing, Map.of("x-a", "b"), "o-1", "k-1", Feed.NOON.minusSeconds(60));
  }

  public static InboundWebhookDelivered received() {
    return new InboundWebhookDelivered(
        DELIVERY,
        new InboundWebhook(
            SOURCE, EVENT, TYPE, "customer-1", "k-1", "{\"ref\": \"main\"}", null, true),
        exchange(200, "{}"));
  }

  public static InboundSourceSettings source(String name) {
    return new InboundSourceSettings(
        name,
        new InboundVerification.GitHub(),
        new InboundMapping(
            new ValueSource.Header("x-github-event"),
            new ValueSource.Pointer(""),
            new ValueSource.Header("x-github-delivery")),
        true,
        "customer-1",
        null);
  }

  public static DeliveryPlan plan() {
    return new DeliveryPlan(
        EVENT, TYPE, SUBSCRIPTION, null, "customer-1", Ordering.NONE, null, RetryPolicies.STANDARD);
  }

  public static HttpExchange exchange(Integer statusCode, String responseBody) {
    return new HttpExchange(
        "https://example.com/hook?token=abc&team=a",
        PayloadFormat.STANDARD,
        Map.of("authorization", "Bearer abc", "x-webhook-attempt", "1"),
        statusCode,
        Map.of("set-cookie", "sid=1"),
        responseBody,
        false,
        Feed.NOON,
        12,
        null,
        List.of());
  }

  public static SubscriptionSettings settings(String name) {
    return new SubscriptionSettings(
        new EndpointUrl("https://example.com/hook"),
        List.of("*"),
        "customer-1",
        name,
        Map.of(),
        new EndpointAuth.None(),
        RetryPolicies.STANDARD,
        Ordering.NONE,
        15,
        PayloadFormat.STANDARD);
  }
}
