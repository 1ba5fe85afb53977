package factory.integration.app.api;

import static factory.integration.app.api.Tenant.text;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.app.api.Tenant.Subscription;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@PlatformTest
class PendingRetryIT {

  /** Long enough to be cancelled on a busy machine, short enough to be waited for. */
  private static final List<Integer> SOON = List.of(4);

  private final Sink sink;
  private final Tenant tenant;

  PendingRetryIT(Sink sink, Platform platform) {
    this.sink = sink;
    this.tenant = platform.tenant();
  }

  @Test
  void goesToTheNewAddress() {
    CountDownLatch gate = new CountDownLatch(1);
    Endpoint before = sink.endpoint().firstHeld(500, gate);
    Endpoint after = sink.endpoint();
    Subscription subscription = tenant.subscribe(before, List.of(0));
    String eventId = tenant.publishOrder("o-1");
    before.await(1);
    tenant.api().send("PATCH", subscription.path(), Map.of("url", after.url())).expecting(200);
    gate.countDown();
    assertThat(after.only().header("webhook-id")).isEqualTo(eventId);
    assertThat(after.only().header("x-webhook-attempt")).isEqualTo("2");
    assertThat(before.calls()).hasSize(1);
  }

  @Test
  void isCancelledWhenTheSubscriptionIsDisabled() {
    CountDownLatch gate = new CountDownLatch(1);
    Endpoint endpoint = sink.endpoint().firstHeld(500, gate);
    Subscription subscription = tenant.subscribe(endpoint, List.of(0));
    String eventId = tenant.publishOrder("o-1");
    endpoint.await(1);
    tenant.api().post(subscription.path() + "/disable").expecting(200);
    gate.countDown();
    assertCancelled(eventId, "the subscription was disabled");
    assertThat(endpoint.calls()).hasSize(1);
  }

  @Test
  void isCancelledWhenTheSubscriptionIsDeleted() {
    CountDownLatch gate = new CountDownLatch(1);
    Endpoint endpoint = sink.endpoint().firstHeld(500, gate);
    Subscription subscription = tenant.subscribe(endpoint, List.of(0));
    String eventId = tenant.publishOrder("o-1");
    endpoint.await(1);
    tenant.api().send("DELETE", subscription.path(), null).expecting(204);
    gate.countDown();
    assertCancelled(eventId, "the subscription was deleted");
    tenant.api().get(subscription.path()).expecting(404);
    assertThat(endpoint.calls()).hasSize(1);
  }

  @Test
  void isNotMadeAfterACancellation() {
    Endpoint cancelled = sink.endpoint().always(500);
    tenant.subscribe(cancelled, SOON);
    String eventId = tenant.publishOrder("o-1");
    JsonNode attempt = tenant.awaitAttempt(eventId, "retry");
    tenant.api().post(cancelPath(attempt)).expecting(202);
    assertCancelled(eventId, "cancelled on request");
    int made = cancelled.calls().size();

    Endpoint later = sink.endpoint().first(500);
    Map<String, Object> event = Tenant.order("o-2");
    event.put("endpointId", tenant.subscribe(later, SOON).id());
    tenant.publish(event);
    later.await(2);
    assertThat(cancelled.calls()).hasSize(made);
  }

  @Test
  void isNotCancelledOnceItIsOver() {
    Endpoint endpoint = sink.endpoint();
    tenant.subscribe(endpoint);
    JsonNode attempt = tenant.awaitAttempt(tenant.publishOrder("o-3"), "success");
    tenant.api().post(cancelPath(attempt)).expecting(409);
    assertThat(text(tenant.attempt(attempt), "deliveryStatus")).isEqualTo("success");
  }

  private void assertCancelled(String eventId, String reason) {
    JsonNode attempt = tenant.awaitAttempt(eventId, "cancelled");
    assertThat(text(attempt, "statusReason")).isEqualTo(reason);
    assertThat(attempt.path("nextAttemptAt").isNull()).isTrue();
  }

  private static String cancelPath(JsonNode attempt) {
    return Tenant.ATTEMPTS + "/" + text(attempt, "id") + "/cancel";
  }
}
