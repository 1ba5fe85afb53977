package factory.integration.saga.delivery;

import factory.integration.api.delivery.CallOutcome;
import factory.integration.api.delivery.CancelReason;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.DynamicEndpoint;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.WorkId;
import factory.integration.api.integrationevent.IntegrationEventId;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.saga.oauth.TokenRefused;
import factory.integration.saga.routing.RoutableSubscription;
import factory.integration.saga.routing.SubscriptionDirectory;
import factory.integration.saga.sourceevent.SourceEvents;
import java.time.InstantSource;
import java.util.Optional;

/** Makes one attempt, with the settings that the subscription has at that moment. */
final class DeliveryCall implements AttemptMaker {

  private final SubscriptionDirectory subscriptions;
  private final SourceEvents sourceEvents;
  private final WebhookComposer composer;
  private final WebhookSender sender;
  private final InstantSource clock;

  DeliveryCall(
      SubscriptionDirectory subscriptions,
      SourceEvents sourceEvents,
      WebhookComposer composer,
      WebhookSender sender,
      InstantSource clock) {
    this.subscriptions = subscriptions;
    this.sourceEvents = sourceEvents;
    this.composer = composer;
    this.sender = sender;
    this.clock = clock;
  }

  @Override
  public boolean makes(WorkId id) {
    return id instanceof DeliveryId;
  }

  @Override
  public CallReport make(DueDelivery due) {
    DeliveryPlan plan = (DeliveryPlan) due.plan();
    DynamicEndpoint endpoint = plan.endpoint();
    return endpoint != null
        ? call(due, plan, Destination.of(endpoint))
        : callSubscription(due, plan, plan.subscriptionId());
  }

  private CallReport callSubscription(DueDelivery due, DeliveryPlan plan, SubscriptionId id) {
    Optional<RoutableSubscription> found =
        subscriptions.find(id).filter(s -> s.tenant().equals(due.tenant()));
    if (found.isEmpty()) {
      return new CallReport.NotMade(CancelReason.SUBSCRIPTION_DELETED);
    }
    var subscription = found.get().subscription();
    return subscription.enabled()
        ? call(due, plan, Destination.of(subscription, clock.instant()))
        : new CallReport.NotMade(CancelReason.SUBSCRIPTION_DISABLED);
  }

  private CallReport call(DueDelivery due, DeliveryPlan plan, Destination destination) {
    try {
      return call(
          due.tenant(),
          destination,
          composer.compose(
              due.tenant(),
              sourceEvents.get(plan.eventId()),
              destination,
              IntegrationEventId.of(due.workId(), due.attempt()),
              due.attempt()));
    } catch (TokenRefused e) {
      return new CallReport.Made(
          new CallOutcome.Retryable(FailureCategory.AUTHENTICATION, e.sentence(), null),
          ExchangeRecord.notMade(destination, clock.instant(), e.sentence()));
    }
  }

  private CallReport call(TenantId tenant, Destination destination, WebhookMessage message) {
    CallResult result = sender.send(message.request());
    return new CallReport.Made(
        composer.isTokenRefused(tenant, destination, message, result)
            ? new CallOutcome.Retryable(
                FailureCategory.AUTHENTICATION, "the endpoint refused the token", null)
            : CallVerdict.of(result),
        ExchangeRecord.of(message, destination.payloadFormat(), result));
  }
}
