package factory.integration.api.sample;

import factory.integration.api.delivery.AttemptTrigger;
import factory.integration.api.delivery.CancelReason;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.DynamicEndpoint;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.delivery.RetryPolicy;
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
import factory.integration.api.subscription.HmacAlgorithm;
import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionSettings;
import factory.integration.api.subscription.TokenEndpoint;
import factory.integration.api.subscription.TokenEndpoint.ClientProof;
import factory.integration.api.subscription.WebhookSecretRotated;
import factory.integration.api.subscription.WebhookSubscribed;
import factory.integration.api.subscription.WebhookSubscriptionChanged;
import factory.integration.api.subscription.WebhookSubscriptionDisabled;
import factory.integration.api.subscription.WebhookSubscriptionEnabled;
import factory.integration.api.subscription.WebhookUnsubscribed;
import factory.integration.api.vault.SecretRef;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Instances of every stored event; a name is the record's, with a variant after a hyphen. */
final class EventFixture {

  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");
  private static final EventId EVENT = EventId.of("01jxk3v7a8q4m0c9t2d6w1r5zb");
  private static final EventType TYPE = new EventType("orderCreated");
  private static final SubscriptionId SUBSCRIPTION =
      SubscriptionId.of("01jxk3v7a8b7n5s3g1k9e4h2ym");
  private static final SubscriptionId OTHER = SubscriptionId.of("01jxk3v7a8b7n5s3g1k9e4h2yn");
  private static final DeliveryId DELIVERY = DeliveryId.of("01jxk3v7a8f2x6p0v8j4c7n3qd");
  private static final FailureId FAILURE = FailureId.of("01jxk3v7a8z9w5t1r6m2k8d4hs");
  private static final SecretRef SECRET = new SecretRef("sec-01jxk3v7a8e1g7y3b9q5n0f6xc", 1);
  private static final EndpointUrl URL = new EndpointUrl("https://example.com/hook?team=a");
  private static final String DATA = "{\"id\": \"o-1\",\"total\":1.10}";

  private EventFixture() {}

  static Map<String, Object> all() {
    Map<String, Object> events = new LinkedHashMap<>();
    events.putAll(sourceEvents());
    events.putAll(subscriptionEvents());
    events.putAll(deliveryEvents());
    events.putAll(InboundFixture.events());
    events.putAll(ProviderEventFixture.all());
    events.putAll(ConnectionEventFixture.all());
    events.putAll(RunEventFixture.all());
    events.putAll(CredentialEventFixture.all());
    events.put("IntegrationFailed", integrationFailed(plan()));
    events.put("IntegrationFailed-dynamic", integrationFailed(dynamicPlan()));
    return events;
  }

  private static Map<String, Object> sourceEvents() {
    Routing dynamic = new Routing.Dynamic(URL, SECRET, List.of("order*"));
    RoutingDecision match = new RoutingDecision(SUBSCRIPTION, true, "eventTypes: *", DELIVERY);
    RoutingDecision miss = new RoutingDecision(OTHER, false, "eventTypes: none matches", null);
    return Map.of(
        "EventAccepted", accepted(new Routing.FanOut("customer-1"), Map.of("x-a", "b"), "o-1", "k"),
        "EventAccepted-directed", accepted(new Routing.Directed(SUBSCRIPTION)),
        "EventAccepted-broadcast", accepted(new Routing.Broadcast()),
        "EventAccepted-dynamic", accepted(dynamic),
        "DuplicateEventReceived", new DuplicateEventReceived(EVENT, "k-1"),
        "EventRouted", new EventRouted(EVENT, List.of(match, miss)),
        "EventRouted-nowhere", new EventRouted(EVENT, List.of()));
  }

  private static EventAccepted accepted(Routing routing) {
    return accepted(routing, Map.of(), null, null);
  }

  private static EventAccepted accepted(
      Routing routing, Map<String, String> customHeaders, String orderingKey, String key) {
    return new EventAccepted(EVENT, TYPE, DATA, routing, customHeaders, orderingKey, key, NOON);
  }

  private static Map<String, Object> subscriptionEvents() {
    SubscriptionSettings all = settings(new EndpointAuth.Bearer(SECRET));
    return Map.ofEntries(
        Map.entry("WebhookSubscribed", new WebhookSubscribed(SUBSCRIPTION, all, SECRET, true)),
        Map.entry(
            "WebhookSubscribed-minimal",
            new WebhookSubscribed(SUBSCRIPTION, minimalSettings(), SECRET, false)),
        Map.entry("WebhookSubscriptionChanged", changed(new EndpointAuth.Basic("erp", SECRET))),
        Map.entry("WebhookSubscriptionChanged-apiKey", changed(apiKey())),
        Map.entry("WebhookSubscriptionChanged-hmac", changed(hmac())),
        Map.entry("WebhookSubscriptionChanged-oauth2", changed(oauth())),
        Map.entry("WebhookSubscriptionEnabled", new WebhookSubscriptionEnabled(SUBSCRIPTION)),
        Map.entry(
            "WebhookSubscriptionDisabled",
            new WebhookSubscriptionDisabled(SUBSCRIPTION, DisableReason.ENDPOINT_GONE)),
        Map.entry(
            "WebhookSecretRotated",
            new WebhookSecretRotated(SUBSCRIPTION, SECRET.next(), SECRET, NOON.plusMillis(250))),
        Map.entry("WebhookUnsubscribed", new WebhookUnsubscribed(SUBSCRIPTION)));
  }

  private static WebhookSubscriptionChanged changed(EndpointAuth auth) {
    return new WebhookSubscriptionChanged(SUBSCRIPTION, settings(auth));
  }

  private static EndpointAuth apiKey() {
    return new EndpointAuth.ApiKey("x-api-key", SECRET);
  }

  private static EndpointAuth hmac() {
    return new EndpointAuth.Hmac("x-signature", SECRET, HmacAlgorithm.SHA512);
  }

  private static EndpointAuth oauth() {
    EndpointUrl tokens = new EndpointUrl("https://login.example.com/token");
    return new EndpointAuth.OAuth2(
        new TokenEndpoint(tokens, "client-1", List.of("orders"), null, ClientProof.BASIC), SECRET);
  }

  private static SubscriptionSettings settings(EndpointAuth auth) {
    return new SubscriptionSettings(
        URL,
        List.of("order*", "cartFullyPaid"),
        "customer-1",
        "ERP",
        Map.of("x-env", "prod"),
        auth,
        RetryPolicy.custom(List.of(25L, 3_600L), 86_400L),
        Ordering.STRICT,
        15,
        PayloadFormat.ENVELOPE);
  }

  private static SubscriptionSettings minimalSettings() {
    return new SubscriptionSettings(
        URL,
        List.of(),
        null,
        null,
        Map.of(),
        new EndpointAuth.None(),
        RetryPolicy.custom(List.of(), null),
        Ordering.NONE,
        15,
        PayloadFormat.STANDARD);
  }

  private static Map<String, Object> deliveryEvents() {
    return Map.of(
        "WebhookDeliveryRequested", requested(plan(), 2, AttemptTrigger.AUTOMATIC_RETRY),
        "WebhookDeliveryRequested-dynamic", requested(dynamicPlan(), 1, AttemptTrigger.FIRST),
        "WebhookDeliveryDiscarded",
            new WebhookDeliveryDiscarded(DELIVERY, plan(), "the subscription is disabled"),
        "WebhookDelivered", new WebhookDelivered(DELIVERY, plan(), 2, answered()),
        "WebhookDelivered-dynamic", new WebhookDelivered(DELIVERY, dynamicPlan(), 1, answered()),
        "WebhookDeliveryAttemptFailed", attemptFailed(NOON.plusSeconds(5), unanswered()),
        "WebhookDeliveryAttemptFailed-last", attemptFailed(null, answered()),
        "WebhookDeliveryExhausted", exhausted(),
        "WebhookDeliveryCancelled",
            new WebhookDeliveryCancelled(DELIVERY, 2, CancelReason.SUBSCRIPTION_DELETED));
  }

  private static WebhookDeliveryRequested requested(
      DeliveryPlan plan, int attempt, AttemptTrigger trigger) {
    return new WebhookDeliveryRequested(DELIVERY, plan, attempt, trigger);
  }

  private static WebhookDeliveryAttemptFailed attemptFailed(Instant next, HttpExchange exchange) {
    return new WebhookDeliveryAttemptFailed(
        DELIVERY, plan(), 1, FailureCategory.TIMEOUT, "no answer within 15 s", next, exchange);
  }

  private static WebhookDeliveryExhausted exhausted() {
    return new WebhookDeliveryExhausted(
        DELIVERY,
        plan(),
        8,
        FailureCategory.SERVER_ERROR,
        FailureReason.RETRIES_EXHAUSTED,
        "the endpoint answered 503");
  }

  private static IntegrationFailed integrationFailed(DeliveryPlan plan) {
    return new IntegrationFailed(
        FAILURE,
        FailureSource.DELIVERY,
        DELIVERY,
        plan,
        8,
        FailureCategory.SERVER_ERROR,
        FailureReason.RETRIES_EXHAUSTED,
        "the endpoint answered 503");
  }

  private static DeliveryPlan plan() {
    return new DeliveryPlan(
        EVENT,
        TYPE,
        SUBSCRIPTION,
        null,
        "customer-1",
        Ordering.FIFO,
        "o-1",
        RetryPolicies.STANDARD);
  }

  private static DeliveryPlan dynamicPlan() {
    DynamicEndpoint endpoint = new DynamicEndpoint(URL, SECRET);
    return new DeliveryPlan(
        EVENT, TYPE, null, endpoint, null, Ordering.NONE, null, RetryPolicies.AVVYR);
  }

  private static HttpExchange answered() {
    return new HttpExchange(
        URL.value(),
        PayloadFormat.STANDARD,
        Map.of("webhook-id", EVENT.value()),
        200,
        Map.of("content-type", "application/json"),
        "{\"ok\":true}",
        true,
        NOON,
        12,
        null,
        List.of("sec-01jxk3v7a8e1g7y3b9q5n0f6xc:1"));
  }

  private static HttpExchange unanswered() {
    return new HttpExchange(
        URL.value(),
        PayloadFormat.RAW,
        Map.of(),
        null,
        Map.of(),
        null,
        false,
        NOON,
        15_000,
        "no answer within 15 s",
        List.of());
  }
}
