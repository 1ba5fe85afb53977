package factory.integration.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.EndpointUrl;
import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.vault.SecretRef;
import org.junit.jupiter.api.Test;

class DeliveryPlanTests {

  private static final SubscriptionId SUBSCRIPTION = SubscriptionId.of("1");
  private static final DynamicEndpoint ENDPOINT =
      new DynamicEndpoint(new EndpointUrl("https://example.com/a"), new SecretRef("sec-1", 1));

  @Test
  void showsTheSubscriptionOrElseTheAddressAsTheIntegration() {
    assertThat(plan(SUBSCRIPTION, null).integrationId()).isEqualTo("sub-1");
    assertThat(plan(null, ENDPOINT).integrationId()).isEqualTo("https://example.com/a");
  }

  @Test
  void goesToASubscriptionOrToAnEndpointOfItsOwn() {
    assertThatThrownBy(() -> plan(null, null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> plan(SUBSCRIPTION, ENDPOINT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static DeliveryPlan plan(SubscriptionId subscription, DynamicEndpoint endpoint) {
    return new DeliveryPlan(
        EventId.of("1"),
        new EventType("orderCreated"),
        subscription,
        endpoint,
        null,
        Ordering.NONE,
        null,
        RetryPolicies.STANDARD);
  }
}
