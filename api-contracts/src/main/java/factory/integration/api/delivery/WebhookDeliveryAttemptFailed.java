package factory.integration.api.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt failed.
 *
 * @param nextAttemptAt when it is tried again; absent when this was the last attempt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookDeliveryAttemptFailed(
    DeliveryId deliveryId,
    DeliveryPlan plan,
    int attempt,
    FailureCategory category,
    String detail,
    @Nullable Instant nextAttemptAt,
    HttpExchange exchange)
    implements DeliveryEvent {}
