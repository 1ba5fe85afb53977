package factory.integration.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Rebuilds every projection from thousands of events: views come back, nothing is sent again. */
class RebuildIT {

  private static final int EVENTS = Integer.getInteger("rebuild.events", 5_000);
  private static final int BATCH = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private final Sink sink = new Sink();

  @AfterEach
  void stop() {
    sink.close();
  }

  @Test
  void sendsNothingWhileItReplays(@TempDir Path directory) {
    try (PlatformProcess platform = PlatformProcess.started(directory)) {
      ApiClient api = platform.api();
      api.subscribe(Map.of("url", sink.url("/hook"), "eventTypes", List.of("orderCreated")));
      IntStream.range(0, EVENTS / BATCH).forEach(batch -> publishBatch(api, batch));
      await().atMost(PATIENCE).until(() -> sink.callCount() >= EVENTS);
      awaitCaughtUp(api);
      JsonNode before = newestAttempts(api);
      projections(api).forEach(name -> api.post(rebuildOf(name), Map.of()).expecting(202));
      projections(api).forEach(name -> awaitRebuilt(api, name));
      assertThat(newestAttempts(api)).hasSize(250).isEqualTo(before);
      assertThat(sink.callCount()).isEqualTo(EVENTS);
    }
  }

  private static List<String> projections(ApiClient api) {
    List<String> names =
        processors(api)
            .filter(item -> item.path("rebuildable").asBoolean())
            .map(item -> item.path("name").asString())
            .toList();
    assertThat(names).contains("events-log", "integration-events");
    return names;
  }

  private static String rebuildOf(String projection) {
    return "/v1/admin/projections/" + projection + "/rebuild";
  }

  private static void awaitRebuilt(ApiClient api, String projection) {
    await("rebuild of " + projection)
        .atMost(PATIENCE)
        .until(() -> !api.get(rebuildOf(projection)).body().path("running").asBoolean(true));
  }

  private static void publishBatch(ApiClient api, int batch) {
    List<?> events =
        IntStream.range(batch * BATCH, (batch + 1) * BATCH)
            .mapToObj(i -> Map.of("eventType", "orderCreated", "data", Map.of("id", "o-" + i)))
            .toList();
    api.post("/v1/events/batch", events).expecting(202);
  }

  private static JsonNode newestAttempts(ApiClient api) {
    return api.post("/v1/integrations/events/filter", Map.of("limit", 250))
        .expecting(200)
        .body()
        .path("items");
  }

  private static void awaitCaughtUp(ApiClient api) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(processors(api))
                    .isNotEmpty()
                    .allSatisfy(item -> assertThat(item.path("lag").asLong(-1)).isZero()));
  }

  private static Stream<JsonNode> processors(ApiClient api) {
    return api.get("/v1/admin/processors").expecting(200).body().path("items").valueStream();
  }
}
