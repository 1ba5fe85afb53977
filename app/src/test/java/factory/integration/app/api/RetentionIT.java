package factory.integration.app.api;

import static factory.integration.app.api.Tenant.text;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.query.TimelineKey;
import factory.integration.query.retention.KeySpan;
import factory.integration.query.retention.RetainedKind;
import factory.integration.query.retention.RetentionStore;
import factory.integration.query.retention.Swept;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the API answers when everything that may be removed is of age. */
@PlatformTest
class RetentionIT {

  private final Sink sink;
  private final Tenant tenant;
  private final RetentionStore retention;

  RetentionIT(Sink sink, Platform platform, RetentionStore retention) {
    this.sink = sink;
    this.tenant = platform.tenant();
    this.retention = retention;
  }

  @Test
  void showsWhatIsLeft() {
    tenant.subscribe(sink.endpoint());
    String eventId = tenant.publishOrder("o-1");
    JsonNode attempt = tenant.awaitAttempt(eventId, "success");

    purge(RetainedKind.COMMUNICATION_LOGS);
    purge(RetainedKind.PAYLOADS);
    assertThat(tenant.attempt(attempt).path("communicationLogs").isEmpty()).isTrue();
    JsonNode event = tenant.event(eventId);
    assertThat(event.path("data").isNull()).isTrue();
    assertThat(event.path("deliveries")).hasSize(1);

    purge(RetainedKind.INTEGRATION_EVENTS);
    purge(RetainedKind.EVENTS);
    tenant.api().get("/v1/events/" + eventId).expecting(404);
    tenant.api().get(Tenant.ATTEMPTS + "/" + text(attempt, "id")).expecting(404);
    tenant.api().get("/v1/webhooks/deliveries/" + text(attempt, "deliveryId")).expecting(404);
    assertThat(tenant.attempts(eventId)).isEmpty();
  }

  @Test
  void sendsTheWholeEventAgainThoughEverythingWasPurgedMeanwhile() {
    Endpoint endpoint = sink.endpoint().first(503);
    tenant.subscribe(endpoint, List.of(3));
    String eventId = tenant.publishOrder("o-2");
    JsonNode waiting = tenant.awaitAttempt(eventId, "retry");
    for (RetainedKind kind : RetainedKind.values()) {
      purge(kind);
    }

    assertThat(tenant.event(eventId).path("data").isObject()).isTrue();
    assertThat(tenant.attempt(waiting).path("communicationLogs")).hasSize(1);
    tenant.awaitAttempt(eventId, "success");
    assertThat(tenant.attempts(eventId)).hasSize(2);
    assertThat(endpoint.calls()).hasSize(2);
    assertThat(endpoint.calls().getFirst().body()).isEqualTo(endpoint.calls().getLast().body());
  }

  @Test
  void knowsAnIdempotencyKeyLongerThanItsEvent() {
    Map<String, Object> order = Tenant.order("o-3");
    order.put("idempotencyKey", "k-3");
    String eventId = tenant.publish(order);
    Tenant.until(() -> tenant.api().get("/v1/events/" + eventId).status(), it -> it == 200);
    Tenant.until(
        () -> {
          purge(RetainedKind.EVENTS);
          return tenant.api().get("/v1/events/" + eventId).status();
        },
        status -> status == 404);
    assertThat(tenant.publish(order)).isEqualTo(eventId);
  }

  /** As a round would, long after all that happened here. */
  private void purge(RetainedKind kind) {
    long future = TimelineKey.firstOf(Instant.now().plusSeconds(3_600));
    Swept swept = new Swept(0, 0, true);
    while (swept.more()) {
      swept = retention.sweep(kind, new KeySpan(swept.end(), future, 250));
    }
  }
}
