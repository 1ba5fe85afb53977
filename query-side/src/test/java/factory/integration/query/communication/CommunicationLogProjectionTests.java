package factory.integration.query.communication;

import static factory.integration.query.Samples.DELIVERY;
import static factory.integration.query.Samples.exchange;
import static factory.integration.query.Samples.plan;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.WebhookDelivered;
import factory.integration.api.delivery.WebhookDeliveryAttemptFailed;
import factory.integration.api.messaging.TenantId;
import factory.integration.query.Feed;
import factory.integration.query.RunSamples;
import org.junit.jupiter.api.Test;

class CommunicationLogProjectionTests {

  private static final TenantId TENANT = new TenantId(Feed.TENANT);

  private final InMemoryLogs store = new InMemoryLogs();
  private final Feed feed = new Feed(new CommunicationLogProjection(store));

  @Test
  void keepsTheCallBehindEachOutcome() throws Exception {
    feed.publish("dlv-1", failed(), delivered());
    assertThat(store.find(TENANT, Feed.key(0))).contains(exchange(500, "no"));
    assertThat(store.find(TENANT, Feed.key(1))).contains(exchange(200, "ok"));
    assertThat(store.size()).isEqualTo(2);
  }

  @Test
  void keepsTheCallsOfARunAndNothingWhereThereWasNone() throws Exception {
    feed.publish(
        "run-1",
        RunSamples.failed(1, Feed.NOON),
        RunSamples.gaveUp(2, null),
        RunSamples.completed(3),
        RunSamples.resolved(3));
    assertThat(store.find(TENANT, Feed.key(0))).contains(RunSamples.exchange(503));
    assertThat(store.find(TENANT, Feed.key(2))).contains(RunSamples.exchange(201));
    assertThat(store.size()).isEqualTo(2);
  }

  @Test
  void forgetsEverythingWhenReset() throws Exception {
    feed.publish("dlv-1", failed(), delivered()).reset();
    assertThat(store.size()).isZero();
  }

  private static WebhookDelivered delivered() {
    return new WebhookDelivered(DELIVERY, plan(), 2, exchange(200, "ok"));
  }

  private static WebhookDeliveryAttemptFailed failed() {
    return new WebhookDeliveryAttemptFailed(
        DELIVERY, plan(), 1, FailureCategory.SERVER_ERROR, "500", null, exchange(500, "no"));
  }
}
