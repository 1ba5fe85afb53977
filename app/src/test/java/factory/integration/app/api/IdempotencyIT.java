package factory.integration.app.api;

import static factory.integration.app.api.Tenant.order;
import static factory.integration.app.api.Tenant.text;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.app.api.ApiClient.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@PlatformTest
class IdempotencyIT {

  private static final int POSTS = 100;

  private final Sink sink;
  private final Platform platform;
  private final Tenant tenant;

  IdempotencyIT(Sink sink, Platform platform) {
    this.sink = sink;
    this.platform = platform;
    this.tenant = platform.tenant();
  }

  @Test
  void makesOneEventOfConcurrentPosts() {
    Endpoint endpoint = sink.endpoint();
    tenant.subscribe(endpoint);
    List<JsonNode> answers = postAtOnce(keyed("k-1", "o-1"));

    assertThat(answers).extracting(it -> text(it, "eventId")).containsOnly(firstId(answers));
    assertThat(answers).filteredOn(it -> !it.path("duplicate").asBoolean()).hasSize(1);
    tenant.awaitAttempt(firstId(answers), "success");
    List<JsonNode> log = Tenant.until(() -> log("k-1"), entries -> entries.size() == POSTS);
    assertThat(log).extracting(it -> text(it, "eventId")).containsOnly(firstId(answers));
    assertThat(log).filteredOn(it -> it.path("duplicate").asBoolean()).hasSize(POSTS - 1);
    assertThat(endpoint.calls()).hasSize(1);
    assertThat(tenant.event(firstId(answers)).path("duplicate").asBoolean()).isFalse();
  }

  @Test
  void refusesTheKeyWithAnotherBody() {
    tenant.publish(keyed("k-2", "o-1"));
    Reply reply = tenant.api().post("/v1/events", keyed("k-2", "o-2")).expecting(409);
    assertThat(reply.at("status").asInt()).isEqualTo(409);
    assertThat(log("k-2")).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void keepsKeysOfTwoTenantsApart() {
    Tenant other = platform.tenant();
    Endpoint endpoint = sink.endpoint();
    Endpoint otherEndpoint = sink.endpoint();
    tenant.subscribe(endpoint);
    other.subscribe(otherEndpoint);
    String eventId = tenant.publish(keyed("k-3", "o-1"));
    String otherId = other.publish(keyed("k-3", "o-2"));
    assertThat(endpoint.only().header("webhook-id")).isEqualTo(eventId);
    assertThat(otherEndpoint.only().header("webhook-id")).isEqualTo(otherId);
    assertThat(otherId).isNotEqualTo(eventId);
  }

  private List<JsonNode> postAtOnce(Map<String, ?> event) {
    List<Future<Reply>> replies;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      replies =
          IntStream.range(0, POSTS)
              .mapToObj(_ -> threads.submit(() -> tenant.api().post("/v1/events", event)))
              .toList();
    }
    return replies.stream().map(Future::resultNow).map(it -> it.expecting(202).json()).toList();
  }

  private List<JsonNode> log(String key) {
    return Tenant.items(
        tenant.api().post("/v1/events/search", Map.of("idempotencyKey", key, "limit", 250)));
  }

  private static String firstId(List<JsonNode> answers) {
    return text(answers.getFirst(), "eventId");
  }

  private static Map<String, Object> keyed(String key, String orderId) {
    Map<String, Object> event = order(orderId);
    event.put("idempotencyKey", key);
    return event;
  }
}
