package factory.integration.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.app.process.Publisher.Accepted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Does what {@code docs/operations.md} says about backups, under load. */
@EnabledIf(value = "hasSqlite", disabledReason = "needs the program sqlite3, as bin/backup does")
class BackupIT {

  private static final Path SCRIPT = Path.of("..", "bin", "backup").toAbsolutePath();
  private static final EventSeries SERIES =
      new EventSeries("saved", "orderCreated", true, false, null, List.of("/all"));
  private static final EventSeries MORE =
      new EventSeries("later", "cartCreated", true, false, null, List.of());

  private final Sink sink = new Sink();

  static boolean hasSqlite() throws IOException, InterruptedException {
    Process which = new ProcessBuilder("sh", "-c", "command -v sqlite3").start();
    return which.waitFor() == 0;
  }

  @AfterEach
  void stop() {
    sink.close();
  }

  @Test
  void restoresAllThatWasAcceptedBeforeTheBackup(@TempDir Path directory) throws Exception {
    Path restored = Files.createDirectories(directory.resolve("restored"));
    List<Accepted> before;
    try (PlatformProcess platform = PlatformProcess.started(directory.resolve("original"))) {
      subscribe(platform.api(), "/all", "orderCreated");
      Load load =
          new Load(
              List.of(new Publisher(platform.api(), SERIES), new Publisher(platform.api(), MORE)));
      load.start();
      await().until(() -> load.acceptedCount() > 300);
      before = load.accepted();
      Thread subscriptions = Thread.ofVirtual().start(() -> subscribeMore(platform.api()));
      backUp(directory.resolve("original/data"), restored.resolve("data"));
      subscriptions.join();
      load.stop();
      platform.kill();
    }
    try (PlatformProcess platform = PlatformProcess.started(restored)) {
      checkEvents(platform.api(), before);
      checkThatItGoesOn(platform.api());
    }
  }

  private void checkEvents(ApiClient api, List<Accepted> before) {
    assertThat(before).hasSizeGreaterThan(300);
    await("every event is known and delivered")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(new Reconciliation(sink.calls()).lost(before)).isEmpty());
    await("the views catch up")
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(processors(api)).allMatch(it -> it.path("lag").asInt() == 0));
    assertThat(before).allSatisfy(event -> api.get("/v1/events/" + event.eventId()).expecting(200));
  }

  /** A processor ahead of the restored events would miss what comes now. */
  private void checkThatItGoesOn(ApiClient api) {
    for (JsonNode subscription :
        api.get("/v1/webhooks/subscriptions?limit=250").expecting(200).body().path("items")) {
      String id = subscription.path("subscriptionId").asString();
      Map<String, ?> event =
          Map.of("eventType", "productCreated", "endpointId", id, "data", Map.of("id", "new"));
      String eventId = api.publish(event);
      await("a delivery to " + subscription.path("url"))
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> assertThat(sink.calls()).anyMatch(call -> call.webhookId().equals(eventId)));
      await("its attempt is shown")
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(api.attempts(eventId)).hasSize(1));
    }
  }

  private static void backUp(Path data, Path copy) throws IOException, InterruptedException {
    Process backup =
        new ProcessBuilder(SCRIPT.toString(), data.toString(), copy.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(backup.getInputStream().readAllBytes());
    assertThat(backup.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(backup.exitValue()).as("bin/backup: %s", said).isZero();
  }

  /** Each has a secret, which is stored apart from its event. */
  private void subscribeMore(ApiClient api) {
    for (int i = 0; i < 40; i++) {
      subscribe(api, "/more-" + i, "nothing" + i);
    }
  }

  private void subscribe(ApiClient api, String path, String eventType) {
    api.subscribe(Map.of("url", sink.url(path), "eventTypes", List.of(eventType)));
  }

  private static List<JsonNode> processors(ApiClient api) {
    List<JsonNode> all = new ArrayList<>();
    api.get("/v1/admin/processors").expecting(200).body().path("items").forEach(all::add);
    return all;
  }
}
