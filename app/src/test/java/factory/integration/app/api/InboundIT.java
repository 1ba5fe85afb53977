package factory.integration.app.api;

import static factory.integration.app.api.Tenant.text;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.app.api.ApiClient.Reply;
import factory.integration.app.api.BusListener.Received;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code IngestWebhook} from a vendor's call to the message on the topic, and on to endpoints. */
@PlatformTest
class InboundIT {

  private static final String SOURCES = "/v1/inbound/sources";
  private static final String SECRET = "It's a Secret to Everybody";
  private static final String BODY = "{\"ref\": \"refs/heads/main\", \"size\": 1.50}";

  private final Sink sink;
  private final Platform platform;
  private final Tenant tenant;
  private final BusListener listener;

  InboundIT(Sink sink, Platform platform, BusListener listener) {
    this.sink = sink;
    this.platform = platform;
    this.tenant = platform.tenant();
    this.listener = listener;
  }

  private Vendor source(String type, Map<String, ?> more) {
    Map<String, Object> source = new HashMap<>(more);
    source.put("verification", Map.of("type", type));
    source.put("secret", SECRET);
    Reply created = tenant.api().post(SOURCES, source).expecting(201);
    return new Vendor(platform.port(), text(created.json(), "sourceId"), SECRET);
  }

  private List<JsonNode> deliveries(Vendor vendor) {
    return Tenant.items(tenant.api().get(SOURCES + "/" + vendor.sourceId() + "/deliveries"));
  }

  @Test
  void bringsAVendorsWebhookToTheTopicAndToSubscriptions() {
    Endpoint endpoint = sink.endpoint();
    tenant.subscribe(endpoint, Map.of("eventTypes", List.of("push"), "payloadFormat", "raw"));
    Vendor gitHub = source("github", Map.of());
    Reply reply = gitHub.push("guid-1", BODY).expecting(200);

    assertThat(endpoint.only().body()).isEqualTo(BODY);
    Received fact = inbound();
    assertThat(fact.topic()).isEqualTo("factory.integration.webhooks");
    JsonNode payload = fact.envelope().path("payload");
    assertThat(text(payload, "deliveryId")).isEqualTo(text(reply.json(), "deliveryId"));
    assertThat(text(payload, "sourceId")).isEqualTo(gitHub.sourceId());
    assertThat(text(payload, "sourceEventType")).isEqualTo("push");
    assertThat(text(payload, "sourceEventId")).isEqualTo(endpoint.only().header("webhook-id"));
    assertThat(payload.path("data").path("size").asDouble()).isEqualTo(1.5);
    JsonNode event = tenant.event(text(payload, "sourceEventId"));
    assertThat(text(event, "idempotencyKey")).isEqualTo(text(payload, "deliveryId"));
  }

  @Test
  void showsTheCallWithoutWhatProvesIt() {
    Vendor gitHub = source("github", Map.of("publish", false));
    gitHub.push("guid-1", BODY).expecting(200);
    JsonNode listed = Tenant.until(() -> deliveries(gitHub), it -> it.size() == 1).getFirst();
    assertThat(text(listed, "direction")).isEqualTo("inbound");
    assertThat(text(listed, "status")).isEqualTo("success");
    JsonNode log = tenant.attempt(listed).path("communicationLogs").path(0);
    assertThat(text(log, "requestBody")).isEqualTo(BODY);
    assertThat(text(log.path("requestHeaders"), "x-github-delivery")).isEqualTo("guid-1");
    assertThat(text(log.path("requestHeaders"), "x-hub-signature-256")).isEqualTo("***");
    assertThat(log.path("statusCode").asInt()).isEqualTo(200);
    assertThat(tenant.attempts(Map.of("integrationId", gitHub.sourceId()))).hasSize(1);
    tenant.api().get("/v1/events/" + text(listed, "eventId")).expecting(404);
  }

  @Test
  void deliversARepeatOnce() {
    Endpoint endpoint = sink.endpoint();
    tenant.subscribe(endpoint);
    Vendor gitHub = source("github", Map.of());
    JsonNode first = gitHub.push("guid-1", BODY).expecting(200).json();
    JsonNode again = gitHub.push("guid-1", BODY).expecting(200).json();
    assertThat(text(again, "deliveryId")).isEqualTo(text(first, "deliveryId"));
    assertThat(again.path("duplicate").asBoolean()).isTrue();
    gitHub.push("guid-2", BODY).expecting(200);
    Tenant.until(endpoint::calls, calls -> calls.size() == 2);
    Tenant.until(() -> deliveries(gitHub), it -> it.size() == 2);
  }

  @Test
  void refusesWhatIsNotTheVendors() {
    Vendor gitHub = source("github", Map.of());
    new Vendor(platform.port(), gitHub.sourceId(), "guessed").push("g", BODY).expecting(401);
    String path = SOURCES + "/" + gitHub.sourceId();
    assertThat(Tenant.items(tenant.api().get(path + "/rejections")))
        .extracting(it -> text(it, "reason"))
        .containsExactly("proofWrong");
    assertThat(deliveries(gitHub)).isEmpty();
    platform.tenant().api().get(path).expecting(404);
    tenant.api().send("PATCH", path, Map.of("enabled", false)).expecting(200);
    gitHub.push("guid-1", BODY).expecting(404);
  }

  @Test
  void takesTheOldSecretWhileItIsReplaced() {
    Vendor gitHub = source("github", Map.of());
    String path = SOURCES + "/" + gitHub.sourceId() + "/secret/rotate";
    String next = text(tenant.api().post(path, Map.of()).expecting(200).json(), "secret");
    gitHub.push("guid-1", BODY).expecting(200);
    new Vendor(platform.port(), gitHub.sourceId(), next).push("guid-2", BODY).expecting(200);
    tenant.api().post(path, Map.of("overlapSeconds", 0)).expecting(200);
    gitHub.push("guid-3", BODY).expecting(401);
  }

  @Test
  void answersSlacksChallengeAndMapsItsEvents() {
    Vendor slack =
        source(
            "slack",
            Map.of(
                "mapping",
                Map.of(
                    "eventType", Map.of("expression", "'slack.' & body.event.type"),
                    "payload", Map.of("expression", "{\"text\": body.event.text}"))));
    long now = Clock.systemUTC().instant().getEpochSecond();
    Reply challenge =
        slack.slack(now, "{\"type\":\"url_verification\",\"challenge\":\"c-1\"}").expecting(200);
    assertThat(challenge.text()).isEqualTo("c-1");
    String body =
        "{\"type\":\"event_callback\",\"event_id\":\"Ev1\","
            + "\"event\":{\"type\":\"app_mention\",\"text\":\"hello\"}}";
    slack.slack(now - 301, body).expecting(401);
    slack.slack(now, body).expecting(200);
    JsonNode payload = inbound().envelope().path("payload");
    assertThat(text(payload, "sourceEventType")).isEqualTo("slack.app_mention");
    assertThat(text(payload, "deduplicationKey")).isEqualTo("Ev1");
    assertThat(text(payload.path("data"), "text")).isEqualTo("hello");
  }

  private Received inbound() {
    return Tenant.until(
            () ->
                listener.await(tenant, "WebhookDelivered", 1).stream()
                    .filter(
                        it -> text(it.envelope().path("payload"), "direction").equals("inbound"))
                    .toList(),
            found -> found.size() == 1)
        .getFirst();
  }
}
