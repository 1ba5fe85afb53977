package factory.integration.query.integrationevent;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.delivery.InboundWebhookDelivered;
import factory.integration.api.delivery.WebhookDelivered;
import factory.integration.api.delivery.WebhookDeliveryAttemptFailed;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.integrationevent.DeliveryStatus;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.run.IntegrationRunCompleted;
import factory.integration.api.run.RunFailure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt.
 *
 * @param logKey where the communication logs keep the call; absent when this outcome tells of none:
 *     then the times and the call of an outcome before it stay
 */
public record AttemptOutcome(
    IntegrationEventStatus status,
    DeliveryStatus deliveryStatus,
    @Nullable FailureCategory failureCategory,
    @Nullable Instant nextAttemptAt,
    Instant startedAt,
    Instant completedAt,
    @Nullable Long logKey) {

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

  static AttemptOutcome of(IntegrationRunCompleted event, Instant at, long key) {
    HttpExchange exchange = event.exchange();
    return new AttemptOutcome(
        IntegrationEventStatus.SUCCESS,
        DeliveryStatus.SUCCESS,
        null,
        null,
        startOf(exchange, at),
        endOf(exchange, at),
        exchange == null ? null : key);
  }

  static AttemptOutcome of(IntegrationFailed event, RunFailure failure, Instant at, long key) {
    HttpExchange exchange = failure.exchange();
    return new AttemptOutcome(
        IntegrationEventStatus.FAILED,
        event.endsRetries() ? DeliveryStatus.FAILED : DeliveryStatus.RETRY,
        event.category(),
        failure.nextAttemptAt(),
        startOf(exchange, at),
        endOf(exchange, at),
        exchange == null ? null : key);
  }

  private static Instant startOf(@Nullable HttpExchange exchange, Instant at) {
    if (exchange == null) {
      return at;
    }
    HttpExchange first = exchange.preparedBy();
    return first == null ? exchange.startedAt() : first.startedAt();
  }

  private static Instant endOf(@Nullable HttpExchange exchange, Instant at) {
    return exchange == null ? at : exchange.completedAt();
  }
}
