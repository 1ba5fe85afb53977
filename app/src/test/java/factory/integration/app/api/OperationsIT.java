package factory.integration.app.api;

import static factory.integration.app.api.Tenant.items;
import static factory.integration.app.api.Tenant.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@PlatformTest
class OperationsIT {

  private static final List<String> PROJECTIONS =
      List.of(
          "events-log",
          "event-search",
          "integration-events",
          "communication-logs",
          "registry",
          "dead-letters");

  private final Sink sink;
  private final Tenant tenant;

  OperationsIT(Sink sink, Platform platform) {
    this.sink = sink;
    this.tenant = platform.tenant();
  }

  @Test
  void rebuildsEveryProjectionWithoutACall() {
    Endpoint good = sink.endpoint();
    Endpoint bad = sink.endpoint().always(400);
    tenant.subscribe(good);
    tenant.subscribe(bad, List.of());
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      events.add(tenant.publishOrder("rebuilt-" + i));
    }
    events.forEach(eventId -> tenant.awaitAttempt(eventId, "success"));
    events.forEach(eventId -> tenant.awaitAttempt(eventId, "failed"));
    Tenant.until(this::deadLetters, found -> found.size() == events.size());
    awaitNoLag();
    List<String> before = views(events);

    PROJECTIONS.forEach(this::rebuild);
    awaitNoLag();
    assertThat(views(events)).isEqualTo(before);
    assertThat(good.calls()).hasSize(5);
    assertThat(bad.calls()).hasSize(5);
  }

  @Test
  void listsTheProcessors() {
    List<JsonNode> processors = processors();
    assertThat(processors)
        .filteredOn(it -> it.path("rebuildable").asBoolean())
        .extracting(it -> text(it, "name"))
        .containsExactlyInAnyOrderElementsOf(PROJECTIONS);
    assertThat(processors).hasSizeGreaterThan(PROJECTIONS.size());
    assertThat(processors).allMatch(it -> it.path("running").asBoolean());
    assertThat(processors).allMatch(it -> !it.path("segments").isEmpty());
    assertThat(processors)
        .flatExtracting(it -> it.path("segments").values())
        .allMatch(it -> it.path("error").isNull());
  }

  @Test
  void rebuildsOnlyProjections() {
    ApiClient api = tenant.api();
    api.post("/v1/admin/projections/no-such/rebuild").expecting(404);
    api.post("/v1/admin/projections/event-routing/rebuild").expecting(404);
  }

  @Test
  void tellsThatItIsReady() {
    assertThat(tenant.api().get("/actuator/health/readiness").expecting(200).at("status"))
        .hasToString("\"UP\"");
    assertThat(tenant.api().get("/actuator/health/liveness").expecting(200).at("status"))
        .hasToString("\"UP\"");
  }

  @Test
  void countsWhatItDoes() {
    tenant.subscribe(sink.endpoint());
    tenant.awaitAttempt(tenant.publishOrder("o-1"), "success");
    String metrics = tenant.api().get("/actuator/prometheus").expecting(200).text();
    assertThat(metrics)
        .contains("platform_processor_lag{", "platform_delivery_due", "platform_delivery_attempts");
  }

  @Test
  void describesItsRoutes() {
    JsonNode paths = tenant.api().get("/v3/api-docs").expecting(200).at("paths");
    assertThat(paths.propertyNames())
        .contains(
            "/v1/events",
            "/v1/events/batch",
            "/v1/webhooks/subscriptions/{subscriptionId}/secret/rotate",
            "/v1/integrations/events/filter",
            "/v1/integrations/events/{id}/cancel",
            "/v1/dead-letters/{id}",
            "/v1/admin/projections/{name}/rebuild");
  }

  /** Everything that the API shows of the tenant, as text. */
  private List<String> views(List<String> eventIds) {
    List<String> views = new ArrayList<>();
    eventIds.forEach(eventId -> views.add(tenant.event(eventId).toString()));
    tenant.attempts(Map.of()).forEach(it -> views.add(tenant.attempt(it).toString()));
    deadLetters().forEach(it -> views.add(it.toString()));
    items(tenant.api().get(Tenant.SUBSCRIPTIONS)).forEach(it -> views.add(it.toString()));
    items(tenant.api().post("/v1/events/search", Map.of("text", "rebuilt")))
        .forEach(it -> views.add(it.toString()));
    return views;
  }

  private List<JsonNode> deadLetters() {
    return items(tenant.api().post("/v1/dead-letters/filter", Map.of()));
  }

  private void rebuild(String projection) {
    String path = "/v1/admin/projections/" + projection + "/rebuild";
    assertThat(tenant.api().post(path).expecting(202).at("projection").asString())
        .isEqualTo(projection);
    Tenant.until(
        () -> tenant.api().get(path).expecting(200).json(), it -> !it.path("running").asBoolean());
  }

  private List<JsonNode> processors() {
    return items(tenant.api().get("/v1/admin/processors"));
  }

  private void awaitNoLag() {
    Tenant.until(
        this::processors, all -> all.stream().allMatch(it -> it.path("lag").asLong() == 0));
  }
}
