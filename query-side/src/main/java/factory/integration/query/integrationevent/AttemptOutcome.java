package factory.integration.query.integrationevent;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.delivery.InboundWebhookDelivered;
import factory.integration.api.delivery.WebhookDelivered;
import factory.integration.api.delivery.WebhookDeliveryAttemptFailed;
import factory.integration.api.integrationevent.DeliveryStatus;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt's call.
 *
 * @param logKey where the communication logs keep the call
 */
public record AttemptOutcome(
    IntegrationEventStatus status,
    DeliveryStatus deliveryStatus,
    @Nullable FailureCategory failureCategory,
    @Nullable Instant nextAttemptAt,
    Instant startedAt,
    Instant completedAt,
    long logKey) {

  static AttemptOutcome of(WebhookDelivered event, long logKey) {
    return success(event.exchange(), logKey);
  }

  static AttemptOutcome of(InboundWebhookDelivered event, long logKey) {
    return success(event.exchange(), logKey);
  }

  private static AttemptOutcome success(HttpExchange exchange, long logKey) {
    return new AttemptOutcome(
        IntegrationEventStatus.SUCCESS,
        DeliveryStatus.SUCCESS,
        null,
        null,
        exchange.startedAt(),
        exchange.completedAt(),
        logKey);
  }

  static AttemptOutcome of(WebhookDeliveryAttemptFailed event, long logKey) {
    return new AttemptOutcome(
        IntegrationEventStatus.FAILED,
        event.nextAttemptAt() == null ? DeliveryStatus.FAILED : DeliveryStatus.RETRY,
        event.category(),
        event.nextAttemptAt(),
        event.exchange().startedAt(),
        event.exchange().completedAt(),
        logKey);
  }
}
