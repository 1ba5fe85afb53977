package factory.integration.query.integrationevent;

import static factory.integration.query.Feed.NOON;
import static factory.integration.query.Samples.DELIVERY;
import static factory.integration.query.Samples.exchange;
import static factory.integration.query.Samples.plan;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.AttemptTrigger;
import factory.integration.api.delivery.CancelReason;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.WebhookDelivered;
import factory.integration.api.delivery.WebhookDeliveryAttemptFailed;
import factory.integration.api.delivery.WebhookDeliveryCancelled;
import factory.integration.api.delivery.WebhookDeliveryDiscarded;
import factory.integration.api.delivery.WebhookDeliveryExhausted;
import factory.integration.api.delivery.WebhookDeliveryRequested;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.integrationevent.DeliveryStatus;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.query.Feed;
import factory.integration.query.Samples;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntegrationEventProjectionTests {

  private final InMemoryAttempts store = new InMemoryAttempts();
  private final Feed feed = new Feed(new IntegrationEventProjection(store));

  @Test
  void queuesEachAttemptAndKeepsItsOutcome() throws Exception {
    feed.publish(
        DELIVERY.value(),
        new WebhookDeliveryRequested(DELIVERY, plan(), 1, AttemptTrigger.FIRST),
        failed(NOON.plusSeconds(5)),
        new WebhookDeliveryRequested(DELIVERY, plan(), 2, AttemptTrigger.AUTOMATIC_RETRY),
        new WebhookDelivered(DELIVERY, plan(), 2, exchange(200, "ok")));
    assertThat(store.writes)
        .containsExactly(
            queued(0, 1),
            new InMemoryAttempts.Completed(
                DELIVERY, 1, failure(DeliveryStatus.RETRY, NOON.plusSeconds(5), 1)),
            queued(2, 2),
            new InMemoryAttempts.Completed(DELIVERY, 2, success(3)));
  }

  @Test
  void keepsWhyNoFurtherAttemptIsMade() throws Exception {
    feed.publish(
        DELIVERY.value(),
        failed(null),
        new WebhookDeliveryExhausted(
            DELIVERY,
            plan(),
            1,
            FailureCategory.SERVER_ERROR,
            FailureReason.RETRIES_EXHAUSTED,
            "500"));
    assertThat(store.writes)
        .containsExactly(
            new InMemoryAttempts.Completed(DELIVERY, 1, failure(DeliveryStatus.FAILED, null, 0)),
            new InMemoryAttempts.DeadLettered(DELIVERY, 1, FailureReason.RETRIES_EXHAUSTED));
  }

  @Test
  void keepsWhyADeliveryWasCancelledOrDiscarded() throws Exception {
    feed.publish(
        DELIVERY.value(),
        new WebhookDeliveryCancelled(DELIVERY, 1, CancelReason.SUBSCRIPTION_DELETED),
        new WebhookDeliveryDiscarded(DELIVERY, plan(), "the subscription is disabled"));
    assertThat(store.writes)
        .containsExactly(
            new InMemoryAttempts.Cancelled(DELIVERY, 1, "the subscription was deleted", NOON),
            discarded(1));
  }

  @Test
  void keepsAVendorsCallWithItsOutcome() throws Exception {
    feed.publish(DELIVERY.value(), Samples.received());
    assertThat(store.writes)
        .containsExactly(
            IntegrationEventDocument.received(Feed.key(0), Feed.TENANT, Samples.received(), NOON),
            new InMemoryAttempts.Completed(DELIVERY, 1, success(0)));
  }

  @Test
  void forgetsEverythingWhenReset() throws Exception {
    feed.publish(DELIVERY.value(), failed(null)).reset();
    assertThat(store.writes).isEmpty();
  }

  private static WebhookDeliveryAttemptFailed failed(@Nullable Instant next) {
    return new WebhookDeliveryAttemptFailed(
        DELIVERY, plan(), 1, FailureCategory.SERVER_ERROR, "500", next, exchange(500, "no"));
  }

  private static IntegrationEventDocument queued(int position, int attempt) {
    return IntegrationEventDocument.queued(
        Feed.key(position), Feed.TENANT, DELIVERY, attempt, plan(), NOON.plusSeconds(position));
  }

  private static IntegrationEventDocument discarded(int position) {
    return IntegrationEventDocument.discarded(
        Feed.key(position),
        Feed.TENANT,
        DELIVERY,
        plan(),
        "the subscription is disabled",
        NOON.plusSeconds(position));
  }

  private static AttemptOutcome success(int position) {
    return new AttemptOutcome(
        IntegrationEventStatus.SUCCESS,
        DeliveryStatus.SUCCESS,
        null,
        null,
        NOON,
        NOON.plusMillis(12),
        Feed.key(position));
  }

  private static AttemptOutcome failure(
      DeliveryStatus deliveryStatus, @Nullable Instant next, int position) {
    return new AttemptOutcome(
        IntegrationEventStatus.FAILED,
        deliveryStatus,
        FailureCategory.SERVER_ERROR,
        next,
        NOON,
        NOON.plusMillis(12),
        Feed.key(position));
  }
}
