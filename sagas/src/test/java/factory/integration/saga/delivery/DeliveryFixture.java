package factory.integration.saga.delivery;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.DynamicEndpoint;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.EndpointUrl;
import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.vault.SecretRef;
import factory.integration.saga.routing.SubscriptionFixture;
import org.jspecify.annotations.Nullable;

/** Deliveries named by a number that is their position, too. */
final class DeliveryFixture {

  static final TenantId ACME = SubscriptionFixture.ACME;

  private DeliveryFixture() {}

  static DeliveryId id(long number) {
    return DeliveryId.of("01jxd3v9k2" + number);
  }

  /** To the subscription of that name, without order. */
  static DueDelivery due(long number, String subscription) {
    return due(ACME, number, 1, plan(subscription, Ordering.NONE, null));
  }

  static DueDelivery ordered(long number, Ordering ordering, @Nullable String orderingKey) {
    return due(ACME, number, 1, plan("a", ordering, orderingKey));
  }

  static DueDelivery due(TenantId tenant, long number, int attempt, DeliveryPlan plan) {
    return new DueDelivery(
        tenant,
        id(number),
        attempt,
        number,
        plan.integrationId(),
        plan,
        false,
        PublishedDataFixture.context());
  }

  /** The next attempt of a delivery, asked for at a later position. */
  static DueDelivery next(DueDelivery due, long position) {
    return new DueDelivery(
        due.tenant(),
        due.workId(),
        due.attempt() + 1,
        position,
        due.endpoint(),
        due.plan(),
        false,
        due.context());
  }

  static DeliveryPlan plan(String subscription, Ordering ordering, @Nullable String orderingKey) {
    return plan(SubscriptionFixture.id(subscription), null, ordering, orderingKey);
  }

  static DeliveryPlan dynamicPlan(String url, SecretRef secret) {
    DynamicEndpoint endpoint = new DynamicEndpoint(new EndpointUrl(url), secret);
    return plan(null, endpoint, Ordering.NONE, null);
  }

  private static DeliveryPlan plan(
      @Nullable SubscriptionId subscription,
      @Nullable DynamicEndpoint endpoint,
      Ordering ordering,
      @Nullable String orderingKey) {
    return new DeliveryPlan(
        PublishedDataFixture.EVENT,
        new EventType("orderCreated"),
        subscription,
        endpoint,
        null,
        ordering,
        orderingKey,
        RetryPolicies.AVVYR);
  }
}
