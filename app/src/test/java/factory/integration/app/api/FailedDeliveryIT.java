package factory.integration.app.api;

import static factory.integration.app.api.Tenant.text;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.app.api.BusListener.Received;
import factory.integration.app.api.Tenant.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@PlatformTest
class FailedDeliveryIT {

  private final Sink sink;
  private final BusListener bus;
  private final Tenant tenant;

  FailedDeliveryIT(Sink sink, BusListener bus, Platform platform) {
    this.sink = sink;
    this.bus = bus;
    this.tenant = platform.tenant();
  }

  @Test
  void deadLettersABadRequestAtOnce() {
    Endpoint endpoint = sink.endpoint().always(400);
    Subscription subscription = tenant.subscribe(endpoint, List.of(0, 0));
    String eventId = tenant.publishOrder("o-1");

    JsonNode attempt = tenant.awaitAttempt(eventId, "failed");
    assertThat(text(attempt, "status")).isEqualTo("failed");
    assertThat(text(attempt, "deadLetterReason")).isEqualTo("fatalResponse");
    assertThat(text(attempt, "failureCategory")).isEqualTo("clientError");
    assertThat(attempt.path("nextAttemptAt").isNull()).isTrue();
    JsonNode letter = onlyDeadLetter(subscription);
    assertThat(text(letter, "eventId")).isEqualTo(eventId);
    assertThat(text(letter, "detail")).contains("400");
    assertThat(tenant.api().get("/v1/dead-letters/" + text(letter, "failureId")).json())
        .isEqualTo(letter);
    assertThat(endpoint.calls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 408, 429, 500, 503})
  void triesAgainAsThePolicySays(int status) {
    Endpoint endpoint = sink.endpoint().first(status);
    tenant.subscribe(endpoint, List.of(0));
    String eventId = tenant.publishOrder("o-2");

    JsonNode second = tenant.awaitAttempt(eventId, "success");
    assertThat(second.path("attempt").asInt()).isEqualTo(2);
    JsonNode first = tenant.attempts(eventId).getLast();
    assertThat(first.path("isCurrentAttempt").asBoolean()).isFalse();
    assertThat(text(first, "status")).isEqualTo("failed");
    assertThat(text(second, "resubmittedFromEventId")).isEqualTo(text(first, "id"));
    assertThat(endpoint.calls()).extracting(it -> it.header("webhook-id")).containsOnly(eventId);
    assertThat(endpoint.calls())
        .extracting(it -> it.header("x-webhook-attempt"))
        .containsExactly("1", "2");
  }

  @Test
  void saysWhyNoFurtherAttemptIsMade() {
    Endpoint endpoint = sink.endpoint().always(500);
    Subscription subscription = tenant.subscribe(endpoint, List.of(0, 0));
    String eventId = tenant.publishOrder("o-3");

    JsonNode last = tenant.awaitAttempt(eventId, "failed");
    assertThat(last.path("attempt").asInt()).isEqualTo(3);
    assertThat(text(last, "deadLetterReason")).isEqualTo("retriesExhausted");
    assertThat(text(last, "failureCategory")).isEqualTo("serverError");
    assertThat(onlyDeadLetter(subscription).path("attempts").asInt()).isEqualTo(3);
    assertThat(endpoint.calls()).hasSize(3);
    Received failed = bus.await(tenant, "IntegrationFailed", 1).getFirst();
    assertThat(failed.topic()).isEqualTo("factory.integration.runs");
    assertThat(text(failed.envelope(), "tenantId")).isEqualTo(tenant.id());
    assertThat(failed.envelope().path("payload").toString()).contains(eventId, "retriesExhausted");
  }

  @Test
  void disablesAnEndpointThatIsGone() {
    Endpoint endpoint = sink.endpoint().always(410);
    Subscription subscription = tenant.subscribe(endpoint, List.of(0));
    String gone = tenant.publishOrder("o-4");
    assertThat(text(tenant.awaitAttempt(gone, "failed"), "deadLetterReason"))
        .isEqualTo("endpointGone");
    JsonNode disabled =
        Tenant.until(
            () -> tenant.api().get(subscription.path()).json(),
            it -> !it.path("enabled").asBoolean());
    assertThat(text(disabled, "disabledReason")).isEqualTo("endpointGone");

    String later = tenant.publishOrder("o-5");
    JsonNode discarded = tenant.awaitAttempt(later, "discarded");
    assertThat(text(discarded, "statusReason")).isNotBlank();
    assertThat(tenant.event(later).path("routing").path(0).path("matched").asBoolean()).isTrue();
    assertThat(endpoint.calls()).extracting(it -> it.header("webhook-id")).doesNotContain(later);
  }

  @Test
  void announcesSubscriptionsAndDeliveries() {
    Endpoint endpoint = sink.endpoint();
    Subscription subscription = tenant.subscribe(endpoint);
    String eventId = tenant.publishOrder("o-6");
    JsonNode attempt = tenant.awaitAttempt(eventId, "success");

    Received subscribed = bus.await(tenant, "WebhookSubscribed", 1).getFirst();
    Received delivered = bus.await(tenant, "WebhookDelivered", 1).getFirst();
    assertThat(List.of(subscribed, delivered))
        .extracting(Received::topic)
        .containsOnly("factory.integration.webhooks");
    assertThat(subscribed.groupId()).isEqualTo(subscription.id());
    assertThat(delivered.groupId()).isEqualTo(text(attempt, "deliveryId"));
    assertThat(text(delivered.envelope(), "eventType")).isEqualTo("WebhookDelivered");
    assertThat(text(delivered.envelope(), "eventId")).startsWith("evt-");
    assertThat(subscribed.envelope().toString()).doesNotContain(subscription.secret());
  }

  @Test
  void waitsAsLongAsTheEndpointAsks() {
    Endpoint endpoint = sink.endpoint().first(503, Map.of("Retry-After", "600"));
    tenant.subscribe(endpoint, List.of(0));
    assertThat(waitingTime(tenant.publishOrder("o-7"))).isGreaterThanOrEqualTo(ofSeconds(600));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "soon", "Thu, 01 Jan 1970 00:00:00 GMT"})
  void keepsItsOwnScheduleWhenTheAnswerMakesNoSense(String retryAfter) {
    Endpoint endpoint = sink.endpoint().first(429, Map.of("Retry-After", retryAfter));
    tenant.subscribe(endpoint, List.of(0));
    String eventId = tenant.publishOrder("o-8");
    assertThat(tenant.awaitAttempt(eventId, "success").path("attempt").asInt()).isEqualTo(2);
  }

  @Test
  void doesNotWaitForTenYears() {
    Endpoint endpoint = sink.endpoint().first(503, Map.of("Retry-After", "315360000"));
    tenant.subscribe(endpoint, List.of(0));
    assertThat(waitingTime(tenant.publishOrder("o-9")))
        .isBetween(ofSeconds(600), Duration.ofDays(31));
  }

  private Duration waitingTime(String eventId) {
    JsonNode waiting = tenant.awaitAttempt(eventId, "retry");
    return Duration.between(
        Instant.parse(text(waiting, "completedAt")), Instant.parse(text(waiting, "nextAttemptAt")));
  }

  private static Duration ofSeconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private JsonNode onlyDeadLetter(Subscription subscription) {
    Map<String, String> filter = Map.of("subscriptionId", subscription.id());
    return Tenant.until(
            () -> Tenant.items(tenant.api().post("/v1/dead-letters/filter", filter)),
            found -> found.size() == 1)
        .getFirst();
  }
}
