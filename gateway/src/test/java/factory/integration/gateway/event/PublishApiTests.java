package factory.integration.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.PublishEvent;
import factory.integration.api.sourceevent.Routing;
import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemoryEvents;
import factory.integration.gateway.fixture.MemoryVault;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class PublishApiTests {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @Autowired Api api;

  @Autowired MemoryEvents events;

  @Autowired MemoryVault vault;

  private Answer publish(String more) {
    return api.post(
        "/v1/events", "{\"eventType\":\"orderCreated\",\"data\":{\"id\":1}" + more + "}");
  }

  private PublishEvent published(String more) {
    Answer answer = publish(more);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return events.last().command();
  }

  private String subscription() {
    return api.post(
            "/v1/webhooks/subscriptions",
            "{\"url\":\"https://example.com/hook\",\"eventTypes\":[\"*\"]}")
        .at("/subscriptionId");
  }

  @Test
  void answersTheEventsId() {
    Answer answer = publish("");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("content-type")).isEqualTo("application/json");
    assertThat(answer.text())
        .isEqualTo(
            "{\"eventId\":\"" + events.last().command().eventId() + "\",\"duplicate\":false}");
  }

  @Test
  void translatesEveryField() {
    PublishEvent command =
        published(
            ",\"customHeaders\":{\"x-a\":\"b\"},\"orderingKey\":\"o-1\",\"idempotencyKey\":\"all\","
                + "\"occurredAt\":\"2026-06-11T09:03:02.5Z\",\"projectId\":\"p\",\"moduleId\":\"m\"");
    assertThat(command.eventType().value()).isEqualTo("orderCreated");
    assertThat(command.data()).isEqualTo("{\"id\":1}");
    assertThat(command.customHeaders()).containsEntry("x-a", "b");
    assertThat(command.orderingKey()).isEqualTo("o-1");
    assertThat(command.idempotencyKey()).isEqualTo("all");
    assertThat(command.occurredAt()).isEqualTo(Instant.parse("2026-06-11T09:03:02.5Z"));
    assertThat(events.last().context())
        .containsEntry(ContextKeys.PROJECT_ID, "p")
        .containsEntry(ContextKeys.MODULE_ID, "m")
        .containsEntry(ContextKeys.TENANT_ID, "default")
        .containsEntry(ContextKeys.ACTOR, "key-bootstrap");
  }

  @Test
  void passesTheCallersTraceAndCorrelationOn() {
    api.post(
        "/v1/events",
        "{\"eventType\":\"a\",\"data\":{}}",
        "traceparent",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "X-Correlation-Id",
        "order-42");
    MetaData context = events.last().context();
    assertThat(context.get(ContextKeys.TRACE_ID))
        .isEqualTo("trace-4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(context.get(ContextKeys.CORRELATION_ID)).isEqualTo("order-42");
  }

  @Test
  void replacesAnAliasByTheName() {
    api.post("/v1/events", "{\"event_type\":\"order.created\",\"data\":{}}");
    assertThat(events.last().command().eventType().value()).isEqualTo("orderCreated");
  }

  @Test
  void takesTheTimeOfReceiptWhereNoneIsGiven() {
    assertThat(published("").occurredAt()).isNotNull();
  }

  @Test
  void seesTheShape() {
    String id = subscription();
    assertThat(published("").routing()).isEqualTo(new Routing.Broadcast());
    assertThat(published(",\"owner_id\":\"c 1\"").routing()).isEqualTo(new Routing.FanOut("c 1"));
    assertThat(published(",\"endpointId\":\"" + id + "\"").routing())
        .isInstanceOfSatisfying(
            Routing.Directed.class,
            directed -> assertThat(directed.endpointId().value()).isEqualTo(id));
  }

  @Test
  void keepsTheSecretOfADynamicEventInTheVault() {
    String shape =
        ",\"url\":\"https://example.com/a\",\"secret\":\"%s\",\"eventTypes\":[\"order*\"]";
    Routing first = published(shape.formatted(SECRET)).routing();
    assertThat(first)
        .isInstanceOfSatisfying(
            Routing.Dynamic.class,
            dynamic -> {
              assertThat(vault.find(TenantId.DEFAULT, dynamic.secret())).contains(SECRET);
              assertThat(dynamic.eventTypes()).containsExactly("order*");
            });
    assertThat(published(shape.formatted(SECRET.substring(6))).routing()).isEqualTo(first);
  }

  @Test
  void answersARepetitionAsSuch() {
    Answer first = publish(",\"idempotencyKey\":\"again\"");
    Answer second = publish(",\"idempotencyKey\":\"again\"");
    assertThat(second.at("/eventId")).isEqualTo(first.at("/eventId"));
    assertThat(second.text()).contains("\"duplicate\":true");
    Answer other =
        api.post("/v1/events", "{\"eventType\":\"a\",\"data\":{},\"idempotencyKey\":\"again\"}");
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.isProblem()).isTrue();
  }

  @Test
  void givesOneIdToAHundredPostsOfOneKey() {
    Set<String> ids = ConcurrentHashMap.newKeySet();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 100)
          .forEach(
              i ->
                  callers.submit(
                      () -> ids.add(publish(",\"idempotencyKey\":\"race\"").at("/eventId"))));
    }
    assertThat(ids).hasSize(1).allMatch(id -> id.startsWith("evt-"));
  }

  @Test
  void keepsTheKeysOfTenantsApart() {
    String body = "{\"eventType\":\"a\",\"data\":{},\"idempotencyKey\":\"shared\"}";
    Answer one = api.post("/v1/events", body);
    Answer two = api.post("/v1/events", body, "X-Tenant-Id", "other");
    assertThat(two.at("/eventId")).isNotEqualTo(one.at("/eventId"));
    assertThat(two.text()).contains("\"duplicate\":false");
  }

  @Test
  void asksAgainByItselfAfterALostRace() {
    events.raceIsLostOnce();
    assertThat(publish("").status()).isEqualTo(202);
  }
}
