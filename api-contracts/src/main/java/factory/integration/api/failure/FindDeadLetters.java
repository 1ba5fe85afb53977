package factory.integration.api.failure;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.SubscriptionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters that meet every condition given, newest first; answered by a page of views.
 *
 * @param from inclusive, by the time of the failure
 * @param to exclusive, by the time of the failure
 * @param limit 1 to 250
 * @param cursor where the page before ended
 */
public record FindDeadLetters(
    TenantId tenant,
    @Nullable SubscriptionId subscriptionId,
    @Nullable EventType eventType,
    @Nullable Instant from,
    @Nullable Instant to,
    int limit,
    @Nullable String cursor) {}
