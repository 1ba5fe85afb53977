package factory.integration.api.sourceevent;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.subscription.SubscriptionId;
import org.jspecify.annotations.Nullable;

/**
 * Why one subscription did or did not get an event.
 *
 * @param subscriptionId absent for a dynamic event's own address
 * @param reason one sentence that names the clause that decided
 * @param deliveryId the delivery that came of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoutingDecision(
    @Nullable SubscriptionId subscriptionId,
    boolean matched,
    String reason,
    @Nullable DeliveryId deliveryId) {}
