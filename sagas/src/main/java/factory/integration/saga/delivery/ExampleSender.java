package factory.integration.saga.delivery;

import factory.integration.api.catalogue.EventCatalogue;
import factory.integration.api.catalogue.EventTypeDescription;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.delivery.WebhookTester;
import factory.integration.api.integrationevent.CommunicationLogView;
import factory.integration.api.integrationevent.IntegrationEventId;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.Reason;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.Routing;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.saga.oauth.TokenRefused;
import factory.integration.saga.routing.RoutableSubscription;
import factory.integration.saga.routing.SubscriptionDirectory;
import factory.integration.saga.sourceevent.PublishedData;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Sends the catalogue's example of the first event type that a subscription names. */
final class ExampleSender implements WebhookTester {

  private static final byte[] NO_BODY = new byte[0];

  private final SubscriptionDirectory subscriptions;
  private final WebhookComposer composer;
  private final WebhookSender sender;
  private final InstantSource clock;
  private final UniqueIds ids;

  ExampleSender(
      SubscriptionDirectory subscriptions,
      WebhookComposer composer,
      WebhookSender sender,
      InstantSource clock,
      UniqueIds ids) {
    this.subscriptions = subscriptions;
    this.composer = composer;
    this.sender = sender;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public CommunicationLogView sendExample(TenantId tenant, SubscriptionId subscriptionId) {
    SubscriptionView subscription =
        subscriptions
            .find(subscriptionId)
            .filter(found -> found.tenant().equals(tenant))
            .map(RoutableSubscription::subscription)
            .orElseThrow(() -> new CommandRejected(Reason.SUBSCRIPTION_NOT_FOUND));
    Destination destination = Destination.of(subscription, clock.instant());
    PublishedData example = new PublishedData(example(subscription), context(tenant));
    IntegrationEventId attempt = IntegrationEventId.of(DeliveryId.of(ids.next()), 1);
    try {
      WebhookMessage message = composer.compose(tenant, example, destination, attempt, 1);
      CallResult result = sender.send(message.request());
      return view(
          message.request().body(),
          ExchangeRecord.of(message, destination.payloadFormat(), result));
    } catch (TokenRefused e) {
      return view(NO_BODY, ExchangeRecord.notMade(destination, clock.instant(), e.sentence()));
    }
  }

  private EventAccepted example(SubscriptionView subscription) {
    EventTypeDescription type = describedType(subscription);
    return new EventAccepted(
        EventId.of(ids.next()),
        type.name(),
        type.example(),
        new Routing.Directed(subscription.subscriptionId()),
        Map.of(),
        null,
        null,
        clock.instant());
  }

  private static EventTypeDescription describedType(SubscriptionView subscription) {
    return subscription.settings().eventTypes().stream()
        .map(EventCatalogue::find)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(EventCatalogue.all()::getFirst);
  }

  private Map<String, String> context(TenantId tenant) {
    return Map.of(
        ContextKeys.TENANT_ID, tenant.value(), ContextKeys.CORRELATION_ID, "corr-" + ids.next());
  }

  private static CommunicationLogView view(byte[] body, HttpExchange exchange) {
    return new CommunicationLogView(
        "POST",
        exchange.url(),
        exchange.statusCode(),
        exchange.requestHeaders(),
        new String(body, StandardCharsets.UTF_8),
        exchange.responseHeaders(),
        exchange.responseBody(),
        exchange.startedAt(),
        exchange.durationMillis(),
        exchange.error());
  }
}
