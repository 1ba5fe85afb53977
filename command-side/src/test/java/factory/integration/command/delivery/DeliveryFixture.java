package factory.integration.command.delivery;

import factory.integration.api.delivery.AttemptTrigger;
import factory.integration.api.delivery.CallOutcome;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.delivery.InboundWebhook;
import factory.integration.api.delivery.InboundWebhookDelivered;
import factory.integration.api.delivery.IngestWebhook;
import factory.integration.api.delivery.RecordDeliveryOutcome;
import factory.integration.api.delivery.RetryPolicy;
import factory.integration.api.delivery.WebhookDelivered;
import factory.integration.api.delivery.WebhookDeliveryAttemptFailed;
import factory.integration.api.delivery.WebhookDeliveryExhausted;
import factory.integration.api.delivery.WebhookDeliveryRequested;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.inbound.InboundSourceId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.api.subscription.SubscriptionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A delivery of {@code orderCreated} that may be tried three times. */
final class DeliveryFixture {

  static final DeliveryId ID = DeliveryId.of("01jxd3v9k2000000000000000a");
  static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");
  static final RetryPolicy TWO_RETRIES = RetryPolicy.custom(List.of(60L, 3_600L), null);

  private DeliveryFixture() {}

  static DeliveryPlan plan() {
    return plan(TWO_RETRIES);
  }

  static DeliveryPlan plan(RetryPolicy policy) {
    return new DeliveryPlan(
        EventId.of("01jxd3v9k2000000000000000b"),
        new EventType("orderCreated"),
        SubscriptionId.of("01jxd3v9k2000000000000000c"),
        null,
        null,
        Ordering.NONE,
        null,
        policy);
  }

  static WebhookDeliveryRequested requested(int attempt) {
    return requested(attempt, plan());
  }

  static WebhookDeliveryRequested requested(int attempt, DeliveryPlan plan) {
    AttemptTrigger trigger = attempt == 1 ? AttemptTrigger.FIRST : AttemptTrigger.AUTOMATIC_RETRY;
    return new WebhookDeliveryRequested(ID, plan, attempt, trigger);
  }

  static WebhookDeliveryAttemptFailed failed(int attempt, @Nullable Instant nextAttemptAt) {
    return failed(attempt, FailureCategory.SERVER_ERROR, nextAttemptAt);
  }

  static WebhookDeliveryAttemptFailed failed(
      int attempt, FailureCategory category, @Nullable Instant nextAttemptAt) {
    return new WebhookDeliveryAttemptFailed(
        ID, plan(), attempt, category, "it failed", nextAttemptAt, exchange(NOON));
  }

  static WebhookDeliveryExhausted exhausted(
      int attempts, FailureCategory category, FailureReason reason) {
    return new WebhookDeliveryExhausted(ID, plan(), attempts, category, reason, "it failed");
  }

  static IngestWebhook ingest(String body) {
    return new IngestWebhook(ID, webhook(body), exchange(NOON));
  }

  static InboundWebhookDelivered ingested(String body) {
    return new InboundWebhookDelivered(ID, webhook(body), exchange(NOON));
  }

  private static InboundWebhook webhook(String body) {
    return new InboundWebhook(
        InboundSourceId.of("01jxd3v9k2000000000000000d"),
        EventId.of("01jxd3v9k2000000000000000b"),
        new EventType("push"),
        null,
        "k-1",
        body,
        null,
        true);
  }

  static WebhookDelivered delivered(int attempt) {
    return new WebhookDelivered(ID, plan(), attempt, exchange(NOON));
  }

  static RecordDeliveryOutcome succeeded(int attempt) {
    return outcome(attempt, new CallOutcome.Succeeded());
  }

  static RecordDeliveryOutcome failedForNow(int attempt, @Nullable Long retryAfterSeconds) {
    return outcome(
        attempt,
        new CallOutcome.Retryable(FailureCategory.SERVER_ERROR, "it failed", retryAfterSeconds));
  }

  static RecordDeliveryOutcome failedForGood(int attempt, FailureCategory category) {
    return outcome(attempt, new CallOutcome.Fatal(category, "it failed"));
  }

  static RecordDeliveryOutcome outcome(int attempt, CallOutcome outcome) {
    return new RecordDeliveryOutcome(ID, attempt, outcome, exchange(NOON));
  }

  /** A call of one second that ended at the time given. */
  static HttpExchange exchange(Instant completedAt) {
    return new HttpExchange(
        "https://example.com/hook",
        PayloadFormat.STANDARD,
        Map.of("content-type", "application/json"),
        503,
        Map.of(),
        null,
        false,
        completedAt.minusSeconds(1),
        1_000,
        null,
        List.of("sec-a:1"));
  }
}
