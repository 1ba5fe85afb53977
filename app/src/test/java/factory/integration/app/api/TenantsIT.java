package factory.integration.app.api;

import static factory.integration.app.api.Tenant.ATTEMPTS;
import static factory.integration.app.api.Tenant.items;
import static factory.integration.app.api.Tenant.text;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.app.api.ApiClient.Reply;
import factory.integration.app.api.Tenant.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@PlatformTest
class TenantsIT {

  private static final String NOBODYS = "00000000000000000000000000";
  private static final String KEYS = "/v1/api-keys";
  private static final String DEAD_LETTERS = "/v1/dead-letters";

  private final Sink sink;
  private final Platform platform;
  private final Tenant tenant;

  TenantsIT(Sink sink, Platform platform) {
    this.sink = sink;
    this.platform = platform;
    this.tenant = platform.tenant();
  }

  private record Route(String method, String path) {}

  @Test
  void hidesEverythingFromOthers() {
    Endpoint endpoint = sink.endpoint().always(400);
    Subscription subscription = tenant.subscribe(endpoint, List.of());
    JsonNode attempt = tenant.awaitAttempt(tenant.publishOrder("o-1"), "failed");
    List<JsonNode> letters =
        Tenant.until(() -> page(tenant, DEAD_LETTERS + "/filter"), found -> !found.isEmpty());

    ApiClient other = platform.tenant().api();
    for (Route route : routes(subscription, attempt, letters.getFirst())) {
      Reply foreign = call(other, route);
      assertThat(foreign.status()).as(route.toString()).isEqualTo(404);
      Reply missing = call(other, missing(route));
      assertThat(foreign.text()).as(route.toString()).isEqualTo(missing.text());
    }
    assertThat(tenant.api().get(subscription.path()).expecting(200).at("enabled").asBoolean())
        .isTrue();
    assertThat(endpoint.calls()).hasSize(1);
  }

  @Test
  void listsNothingOfOthers() {
    Subscription subscription = tenant.subscribe(sink.endpoint().always(400), List.of());
    String eventId = tenant.publishOrder("o-1");
    tenant.awaitAttempt(eventId, "failed");
    Tenant.until(() -> page(tenant, DEAD_LETTERS + "/filter"), found -> !found.isEmpty());

    Tenant other = platform.tenant();
    assertThat(items(other.api().get(Tenant.SUBSCRIPTIONS))).isEmpty();
    for (String list : List.of(ATTEMPTS, "/v1/events", DEAD_LETTERS)) {
      String path = list.equals("/v1/events") ? list + "/search" : list + "/filter";
      assertThat(page(other, path)).as(path).isEmpty();
    }
    assertThat(other.attempts(Map.of("eventId", eventId))).isEmpty();
    assertThat(other.attempts(Map.of("subscriptionId", subscription.id()))).isEmpty();
  }

  @Test
  void publishesToNobodyElsesEndpoint() {
    Endpoint endpoint = sink.endpoint();
    Subscription subscription = tenant.subscribe(endpoint);
    Map<String, Object> event = Tenant.order("o-1");
    event.put("endpointId", subscription.id());
    Reply reply = platform.tenant().api().post("/v1/events", event).expecting(422);
    assertThat(reply.at("errors").path(0).path("field").asString()).isEqualTo("endpointId");
    assertThat(endpoint.calls()).isEmpty();
  }

  @Test
  void refusesWhatTheScopesDoNotCover() {
    Subscription subscription = tenant.subscribe(sink.endpoint());
    ApiClient publisher = client(issue("events.publish"));
    publisher.post("/v1/events", Tenant.order("o-1")).expecting(202);
    publisher.post("/v1/events/search", Map.of()).expecting(403);
    publisher.post(ATTEMPTS + "/filter", Map.of()).expecting(403);
    publisher.get(subscription.path()).expecting(403);
    publisher.get(KEYS).expecting(403);
    publisher.get("/v1/admin/processors").expecting(403);
    publisher.get("/actuator/prometheus").expecting(403);

    ApiClient reader = client(issue("events.read", "subscriptions.read"));
    reader.get(subscription.path()).expecting(200);
    reader.post("/v1/events", Tenant.order("o-1")).expecting(403);
    reader.get(subscription.path() + "/secret").expecting(403);
    reader.post(subscription.path() + "/disable").expecting(403);
    reader.send("PATCH", subscription.path(), Map.of("name", "x")).expecting(403);
    reader.send("DELETE", subscription.path(), null).expecting(403);
  }

  @Test
  void keepsAKeyInItsOwnTenant() {
    ApiClient reader = client(issue("subscriptions.read"));
    Tenant other = platform.tenant();
    other.subscribe(sink.endpoint());
    Reply reply = reader.actingFor(other.id()).get(Tenant.SUBSCRIPTIONS);
    assertThat(reply.status() == 403 || items(reply).isEmpty()).as(reply.text()).isTrue();
  }

  @Test
  void refusesARevokedKey() {
    JsonNode issued = issue("events.publish");
    ApiClient publisher = client(issued);
    publisher.post("/v1/events", Tenant.order("o-1")).expecting(202);
    tenant.api().send("DELETE", KEYS + "/" + text(issued, "keyId"), null).expecting(204);
    publisher.post("/v1/events", Tenant.order("o-1")).expecting(401);
    platform.client("no-such-key-at-all").get(Tenant.SUBSCRIPTIONS).expecting(401);
  }

  @Test
  void showsAKeyOnlyOnce() {
    JsonNode issued = issue("events.publish");
    String list = tenant.api().get(KEYS).expecting(200).text();
    assertThat(list).contains(text(issued, "keyId")).doesNotContain(text(issued, "key"));
  }

  private JsonNode issue(String... scopes) {
    Map<String, ?> request = Map.of("name", "a key", "scopes", scopes);
    return tenant.api().post(KEYS, request).expecting(201).json();
  }

  private ApiClient client(JsonNode issued) {
    return platform.client(text(issued, "key"));
  }

  private static List<JsonNode> page(Tenant tenant, String path) {
    return items(tenant.api().post(path, Map.of()));
  }

  private static List<Route> routes(Subscription subscription, JsonNode attempt, JsonNode letter) {
    String attemptPath = ATTEMPTS + "/" + text(attempt, "id");
    List<Route> routes = new ArrayList<>();
    routes.add(new Route("GET", "/v1/events/" + text(attempt, "eventId")));
    routes.add(new Route("GET", attemptPath));
    routes.add(new Route("POST", attemptPath + "/cancel"));
    routes.add(new Route("GET", "/v1/webhooks/deliveries/" + text(attempt, "deliveryId")));
    routes.add(new Route("GET", DEAD_LETTERS + "/" + text(letter, "failureId")));
    routes.add(new Route("GET", subscription.path() + "/secret"));
    for (String action : List.of("/enable", "/disable", "/test", "/secret/rotate")) {
      routes.add(new Route("POST", subscription.path() + action));
    }
    for (String method : List.of("GET", "PATCH", "DELETE")) {
      routes.add(new Route(method, subscription.path()));
    }
    return routes;
  }

  private static Reply call(ApiClient client, Route route) {
    Object body = route.method().equals("PATCH") ? Map.of("name", "theirs") : null;
    return client.send(route.method(), route.path(), body);
  }

  /** The same route with an id that nobody has. */
  private static Route missing(Route route) {
    String path = route.path().replaceFirst("((evt|sub|dlv|fail)-)[0-9A-Za-z]{26}", "$1" + NOBODYS);
    return new Route(route.method(), path);
  }
}
