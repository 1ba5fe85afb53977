package factory.integration.api.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.SubscriptionId;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same over all attempts of a delivery.
 *
 * @param subscriptionId whose present settings each attempt uses; absent for a dynamic event
 * @param endpoint the address of a dynamic event; absent when there is a subscription
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryPlan(
    EventId eventId,
    EventType eventType,
    @Nullable SubscriptionId subscriptionId,
    @Nullable DynamicEndpoint endpoint,
    @Nullable String ownerId,
    Ordering ordering,
    @Nullable String orderingKey,
    RetryPolicy retryPolicy)
    implements CallPlan {

  public DeliveryPlan {
    if ((subscriptionId == null) == (endpoint == null)) {
      throw new IllegalArgumentException("a delivery has a subscription or an endpoint of its own");
    }
  }

  @Override
  public String integrationId() {
    return subscriptionId != null ? subscriptionId.value() : String.valueOf(endpoint.url());
  }
}
