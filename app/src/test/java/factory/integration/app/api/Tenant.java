package factory.integration.app.api;

import static org.awaitility.Awaitility.await;

import factory.integration.app.api.ApiClient.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A tenant of the platform and what it does again and again. */
final class Tenant {

  static final String SUBSCRIPTIONS = "/v1/webhooks/subscriptions";
  static final String ATTEMPTS = "/v1/integrations/events";

  private final String id;
  private final ApiClient api;

  Tenant(String id, ApiClient client) {
    this.id = id;
    this.api = client.actingFor(id);
  }

  /** A subscription as its creation answers it. */
  record Subscription(String id, String secret) {

    String path() {
      return SUBSCRIPTIONS + "/" + id;
    }
  }

  String id() {
    return id;
  }

  ApiClient api() {
    return api;
  }

  /** Subscribes to every type unless the settings say otherwise. */
  Subscription subscribe(Endpoint endpoint, Map<String, ?> settings) {
    Map<String, Object> all = new HashMap<>(Map.of("url", endpoint.url()));
    all.put("eventTypes", List.of("*"));
    all.putAll(settings);
    JsonNode created = api.post(SUBSCRIPTIONS, all).expecting(201).json();
    return new Subscription(
        created.path("subscriptionId").asString(), created.path("secret").asString());
  }

  Subscription subscribe(Endpoint endpoint) {
    return subscribe(endpoint, Map.of());
  }

  /** A subscription that tries again after each of the delays. */
  Subscription subscribe(Endpoint endpoint, List<Integer> delaysSeconds) {
    return subscribe(endpoint, retrying(delaysSeconds));
  }

  static Map<String, ?> retrying(List<Integer> delaysSeconds) {
    return Map.of("retryPolicy", Map.of("delaysSeconds", delaysSeconds));
  }

  /** Publishes and answers the event's id. */
  String publish(Object event) {
    return api.post("/v1/events", event).expecting(202).at("eventId").asString();
  }

  String publishOrder(String orderId) {
    return publish(order(orderId));
  }

  static Map<String, Object> order(String orderId) {
    return new HashMap<>(Map.of("eventType", "orderCreated", "data", Map.of("id", orderId)));
  }

  List<JsonNode> attempts(Map<String, ?> filter) {
    return items(api.post(ATTEMPTS + "/filter", filter));
  }

  List<JsonNode> attempts(String eventId) {
    return attempts(Map.of("eventId", eventId));
  }

  /** Waits until exactly one delivery of the event is in that status; answers its last attempt. */
  JsonNode awaitAttempt(String eventId, String deliveryStatus) {
    Map<String, ?> current = Map.of("eventId", eventId, "currentOnly", true);
    Predicate<JsonNode> wanted = it -> text(it, "deliveryStatus").equals(deliveryStatus);
    return until(
            () -> attempts(current).stream().filter(wanted).toList(), found -> found.size() == 1)
        .getFirst();
  }

  /** An attempt with its communication log. */
  JsonNode attempt(JsonNode listed) {
    return api.get(ATTEMPTS + "/" + text(listed, "id")).expecting(200).json();
  }

  JsonNode event(String eventId) {
    return api.get("/v1/events/" + eventId).expecting(200).json();
  }

  static List<JsonNode> items(Reply reply) {
    return List.copyOf(reply.expecting(200).at("items").values());
  }

  static String text(JsonNode json, String field) {
    return json.path(field).asString();
  }

  static <T> T until(Callable<T> read, Predicate<T> condition) {
    return await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofMillis(20))
        .until(read, condition);
  }
}
