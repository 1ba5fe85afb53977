package factory.integration.app.api;

import static factory.integration.app.api.Tenant.order;
import static factory.integration.app.api.Tenant.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import factory.integration.app.api.Tenant.Subscription;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@PlatformTest
class PublishIT {

  private static final String SPELLED =
      "{\"z\":1.50,\"a\":1E+2,\"n\":12345678901234567890,\"t\":\"ü\"}";

  private final Sink sink;
  private final Platform platform;
  private final Tenant tenant;

  PublishIT(Sink sink, Platform platform) {
    this.sink = sink;
    this.platform = platform;
    this.tenant = platform.tenant();
  }

  @Test
  void deliversSignedAndShowsTheAttempt() {
    Endpoint endpoint = sink.endpoint();
    Subscription subscription =
        tenant.subscribe(endpoint, Map.of("headers", Map.of("x-env", "prod"), "ownerId", "c-1"));
    Map<String, Object> event = order("o-1");
    event.put("customHeaders", Map.of("x-a", "b"));
    String eventId = tenant.publish(event);

    Call call = endpoint.only();
    assertThat(call.isSignedWith(subscription.secret())).isTrue();
    assertThat(call.headers())
        .containsEntry("webhook-id", eventId)
        .containsEntry("x-webhook-event", "orderCreated")
        .containsEntry("x-webhook-attempt", "1")
        .containsEntry("x-env", "prod")
        .containsEntry("x-a", "b")
        .containsKeys("traceparent", "user-agent", "webhook-timestamp");
    JsonNode listed = tenant.awaitAttempt(eventId, "success");
    assertThat(text(listed, "id")).isEqualTo(call.header("x-webhook-delivery"));
    assertThat(text(listed, "integrationId")).isEqualTo(subscription.id());
    assertThat(text(listed, "ownerId")).isEqualTo("c-1");
    assertThat(listed.path("communicationLogs")).isEmpty();
    JsonNode log = tenant.attempt(listed).path("communicationLogs").path(0);
    assertThat(text(log, "url")).isEqualTo(endpoint.url());
    assertThat(log.path("statusCode").asInt()).isEqualTo(200);
    assertThat(text(log, "requestBody")).isEqualTo(call.body());
  }

  @Test
  void showsTheEventWithItsDecisionsAndTheChain() {
    Endpoint endpoint = sink.endpoint();
    Subscription match = tenant.subscribe(endpoint, Map.of("eventTypes", List.of("order*")));
    Subscription other =
        tenant.subscribe(endpoint, Map.of("eventTypes", List.of("customerCreated")));
    String eventId = tenant.publishOrder("o-2");
    JsonNode attempt = tenant.awaitAttempt(eventId, "success");

    JsonNode event = tenant.event(eventId);
    assertThat(event.path("routing"))
        .extracting(it -> text(it, "subscriptionId"), it -> it.path("matched").asBoolean())
        .containsExactlyInAnyOrder(tuple(match.id(), true), tuple(other.id(), false));
    assertThat(event.path("routing"))
        .extracting(it -> text(it, "reason"))
        .containsExactlyInAnyOrder(
            "event type orderCreated meets order*",
            "event type orderCreated meets none of customerCreated");
    assertThat(event.path("deliveries")).hasSize(1);
    String deliveryId = text(attempt, "deliveryId");
    JsonNode chain =
        tenant.api().get("/v1/webhooks/deliveries/" + deliveryId).expecting(200).json();
    assertThat(text(chain, "status")).isEqualTo("success");
    assertThat(chain.path("integrationEvents"))
        .extracting(it -> text(it, "id"))
        .containsExactly(text(attempt, "id"));
  }

  @Test
  void directsAnEventToOneEndpoint() {
    Endpoint named = sink.endpoint();
    Endpoint other = sink.endpoint();
    Subscription subscription =
        tenant.subscribe(named, Map.of("eventTypes", List.of("customerCreated")));
    tenant.subscribe(other);
    Map<String, Object> event = order("o-3");
    event.put("endpointId", subscription.id());
    tenant.awaitAttempt(tenant.publish(event), "success");
    assertThat(named.calls()).hasSize(1);
    assertThat(other.calls()).isEmpty();
  }

  @Test
  void fansOutToTheSubscriptionsOfAnOwner() {
    List<Endpoint> owned = List.of(sink.endpoint(), sink.endpoint());
    Endpoint foreign = sink.endpoint();
    owned.forEach(endpoint -> tenant.subscribe(endpoint, Map.of("ownerId", "c-1")));
    tenant.subscribe(foreign, Map.of("ownerId", "c-2"));
    Map<String, Object> event = order("o-4");
    event.put("ownerId", "c-1");
    String eventId = tenant.publish(event);
    owned.forEach(endpoint -> assertThat(endpoint.only().header("webhook-id")).isEqualTo(eventId));
    assertThat(tenant.event(eventId).path("routing")).hasSize(2);
    assertThat(foreign.calls()).isEmpty();
  }

  @Test
  void broadcastsToTheTenantAlone() {
    List<Endpoint> ours = List.of(sink.endpoint(), sink.endpoint());
    Endpoint theirs = sink.endpoint();
    ours.forEach(tenant::subscribe);
    platform.tenant().subscribe(theirs);
    String eventId = tenant.publishOrder("o-5");
    ours.forEach(endpoint -> assertThat(endpoint.only().header("webhook-id")).isEqualTo(eventId));
    assertThat(theirs.calls()).isEmpty();
  }

  @Test
  void sendsToTheAddressThatAnEventBrings() {
    Endpoint endpoint = sink.endpoint();
    String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    Map<String, Object> event = order("o-6");
    event.put("url", endpoint.url());
    event.put("secret", secret);
    String eventId = tenant.publish(event);
    assertThat(endpoint.only().isSignedWith(secret)).isTrue();
    assertThat(text(tenant.awaitAttempt(eventId, "success"), "integrationId"))
        .isEqualTo(endpoint.url());
    assertThat(tenant.event(eventId).toString()).doesNotContain(secret);
  }

  @Test
  void takesTheGoodOnesOfABatch() {
    Endpoint endpoint = sink.endpoint();
    tenant.subscribe(endpoint);
    List<?> batch = List.of(order("b-1"), Map.of("data", Map.of()), order("b-2"));
    List<JsonNode> items =
        List.copyOf(
            tenant.api().post("/v1/events/batch", batch).expecting(202).at("items").values());
    assertThat(items).hasSize(3);
    assertThat(items.get(1).path("error").path("status").asInt()).isEqualTo(422);
    assertThat(items.get(1).path("error").path("errors").path(0).path("field").asString())
        .isEqualTo("eventType");
    assertThat(endpoint.await(2))
        .extracting(call -> call.header("webhook-id"))
        .containsExactlyInAnyOrder(text(items.get(0), "eventId"), text(items.get(2), "eventId"));
  }

  @Test
  void acceptsAliasAndSnakeCase() {
    Endpoint endpoint = sink.endpoint();
    Subscription subscription = tenant.subscribe(endpoint);
    String body =
        """
        {"event_type": "order.created", "endpoint_id": "%s", "idempotency_key": "k",
         "custom_headers": {"x-s": "1"}, "data": {"id": "o-7"}}\
        """
            .formatted(subscription.id());
    tenant.publish(body);
    Call call = endpoint.only();
    assertThat(call.header("x-webhook-event")).isEqualTo("orderCreated");
    assertThat(call.header("x-s")).isEqualTo("1");
    assertThat(text(call.json(), "type")).isEqualTo("orderCreated");
  }

  @Test
  void keepsThePublishedSpellingInEveryFormat() {
    Endpoint raw = sink.endpoint();
    Endpoint envelope = sink.endpoint();
    Endpoint standard = sink.endpoint();
    Subscription rawOne = tenant.subscribe(raw, Map.of("payloadFormat", "raw"));
    tenant.subscribe(envelope, Map.of("payloadFormat", "envelope"));
    tenant.subscribe(standard);
    String eventId = tenant.publish("{\"eventType\":\"orderCreated\",\"data\":" + SPELLED + "}");
    assertThat(raw.only().body()).isEqualTo(SPELLED);
    assertThat(raw.only().isSignedWith(rawOne.secret())).isTrue();
    assertThat(envelope.only().body())
        .startsWith("{\"eventId\":\"" + eventId + "\"")
        .contains("\"tenantId\":\"" + tenant.id() + "\"")
        .endsWith("\"payload\":" + SPELLED + "}");
    assertThat(standard.only().body())
        .startsWith("{\"type\":\"orderCreated\",\"timestamp\":\"")
        .endsWith("\"data\":" + SPELLED + "}");
    assertThat(tenant.api().get("/v1/events/" + eventId).text()).contains(SPELLED);
  }

  @Test
  void findsEventsAndAttemptsByTheirText() {
    Endpoint endpoint = sink.endpoint();
    tenant.subscribe(endpoint);
    String wanted = tenant.publishOrder("needle-7");
    tenant.publishOrder("hay-8");
    endpoint.await(2);
    tenant.awaitAttempt(wanted, "success");
    Map<String, String> search = Map.of("text", "needle");
    assertThat(Tenant.until(() -> tenant.attempts(search), found -> !found.isEmpty()))
        .extracting(it -> text(it, "eventId"))
        .containsExactly(wanted);
    assertThat(Tenant.items(tenant.api().post("/v1/events/search", search)))
        .extracting(it -> text(it, "eventId"))
        .containsExactly(wanted);
  }
}
