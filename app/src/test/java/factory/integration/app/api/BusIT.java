package factory.integration.app.api;

import static factory.integration.app.api.Tenant.text;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.app.api.BusListener.Received;
import factory.integration.app.api.Tenant.Subscription;
import jakarta.jms.JMSException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@PlatformTest
class BusIT {

  private static final String LETTERS = "/v1/admin/bus/dead-letters";
  private static final String TRACE = "trace-4bf92f3577b34da6a3ce929d0e0e4736";

  private final Sink sink;
  private final Tenant tenant;
  private final Tenant other;
  private final BusSender bus;
  private final BusListener listener;

  BusIT(Sink sink, Platform platform, BusSender bus, BusListener listener) {
    this.sink = sink;
    this.tenant = platform.tenant();
    this.other = platform.tenant();
    this.bus = bus;
    this.listener = listener;
  }

  @Test
  void deliversWhatComesOverTheBusInTheSameContext() throws JMSException {
    Endpoint endpoint = sink.endpoint();
    tenant.subscribe(endpoint, Map.of("payloadFormat", "envelope"));
    String envelope =
        """
        {"eventId": "evt-7", "eventType": "order.created", "tenantId": "%s", "traceId": "%s",
         "correlationId": "corr-3a6e", "causationId": "evt-6", "occurredAt": "2026-06-11T09:03:02Z",
         "payload": {"id":1.50}}\
        """
            .formatted(tenant.id(), TRACE);
    bus.send(envelope, Map.of("cs-tenant-id", tenant.id(), "cs-event-type", "orderCreated"));
    bus.send(envelope, Map.of());
    JsonNode delivered = endpoint.only().json();
    assertThat(text(delivered, "correlationId")).isEqualTo("corr-3a6e");
    assertThat(text(delivered, "traceId")).isEqualTo(TRACE);
    assertThat(text(delivered, "occurredAt")).isEqualTo("2026-06-11T09:03:02Z");
    assertThat(endpoint.only().body()).endsWith("\"payload\":{\"id\":1.50}}");
    Received fact = listener.await(tenant, "WebhookDelivered", 1).getFirst();
    assertThat(text(fact.envelope(), "correlationId")).isEqualTo("corr-3a6e");
    assertThat(text(fact.envelope(), "traceId")).isEqualTo(TRACE);
  }

  @Test
  void directsAndFansOutWhatComesOverTheBus() throws JMSException {
    Endpoint named = sink.endpoint();
    Endpoint owned = sink.endpoint();
    Subscription subscription = tenant.subscribe(named);
    tenant.subscribe(owned, Map.of("ownerId", "c-1"));
    bus.send(body(1, ",\"endpointId\":\"" + subscription.id() + "\""), of(tenant));
    assertThat(named.only().body()).contains("\"id\":1");
    bus.send(body(2, ",\"ownerId\":\"c-1\""), of(tenant));
    assertThat(owned.only().body()).contains("\"id\":2");
  }

  @Test
  void showsRefusedMessagesAndRedrivesThem() throws JMSException {
    bus.send(body(3, ",\"endpointId\":\"sub-unknown\""), of(tenant));
    JsonNode letter = letter("Invalid");
    assertThat(text(letter, "description")).contains("endpointId");
    assertThat(text(letter, "body")).contains("sub-unknown");
    String path = LETTERS + "/" + text(letter, "id");
    tenant.api().post(path + "/redrive").expecting(202);
    Tenant.until(() -> tenant.api().get(path).status(), status -> status == 404);
    JsonNode again = letter("Invalid");
    assertThat(text(again, "messageId")).isEqualTo(text(letter, "messageId"));
    String id = text(again, "id");
    tenant.api().send("DELETE", LETTERS + "/" + id, null).expecting(204);
    tenant.api().get(LETTERS + "/" + id).expecting(404);
  }

  @Test
  void setsAsideWhatContradictsItself() throws JMSException {
    Endpoint endpoint = sink.endpoint();
    tenant.subscribe(endpoint);
    String envelope =
        "{\"eventId\":\"evt-9\",\"eventType\":\"a\",\"tenantId\":\"%s\",\"payload\":{}}"
            .formatted(other.id());
    bus.send(envelope, of(tenant));
    assertThat(text(letter("TenantMismatch"), "description")).contains(tenant.id(), other.id());
    assertThat(endpoint.calls()).isEmpty();
  }

  @Test
  void countsRefusedMessages() {
    Tenant.until(() -> tenant.api().get("/actuator/prometheus").text(), BusIT::isCounted);
  }

  @Test
  void refersToPayloadsThatAreTooLongForTheBus() {
    List<String> types =
        IntStream.range(0, 100).mapToObj(i -> "type" + "x".repeat(100) + i).toList();
    tenant.subscribe(sink.endpoint(), Map.of("eventTypes", types));
    JsonNode envelope = listener.await(tenant, "WebhookSubscribed", 1).getFirst().envelope();
    assertThat(envelope.has("payload")).isFalse();
    String path = text(envelope, "payloadRef");
    JsonNode payload = tenant.api().get(path).expecting(200).json();
    assertThat(payload.path("eventTypes")).hasSize(100);
    assertThat(payload.has("secret")).isFalse();
    other.api().get(path).expecting(404);
    tenant.api().get(path.replace("sequence=0", "sequence=1")).expecting(404);
  }

  private JsonNode letter(String reason) {
    return Tenant.until(
            () ->
                Tenant.items(tenant.api().get(LETTERS)).stream()
                    .filter(it -> text(it, "tenantId").equals(tenant.id()))
                    .filter(it -> text(it, "reason").equals(reason))
                    .toList(),
            found -> found.size() == 1)
        .getFirst();
  }

  private static boolean isCounted(String metrics) {
    return metrics.lines().anyMatch(line -> line.matches("platform_bus_dead_letters \\d+\\.0"));
  }

  private static Map<String, String> of(Tenant tenant) {
    return Map.of("cs-tenant-id", tenant.id());
  }

  private static String body(int id, String more) {
    return "{\"eventType\":\"orderCreated\",\"data\":{\"id\":" + id + "}" + more + "}";
  }
}
