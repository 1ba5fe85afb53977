package factory.integration.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Kills the platform at chosen moments of a delivery. */
class CrashedDeliveryIT {

  private static final Duration LEASE_AND_SWEEP = Duration.ofSeconds(20);

  private static PlatformProcess platform;

  private final Sink sink = new Sink();
  private final CountDownLatch held = new CountDownLatch(1);
  private ApiClient api;

  @BeforeAll
  static void start(@TempDir Path directory) {
    platform = new PlatformProcess(directory);
    platform.start();
  }

  @AfterAll
  static void end() {
    platform.close();
  }

  /** A tenant each, so that no test meets the subscriptions of another. */
  @BeforeEach
  void actForATenantOfItsOwn(TestInfo test) {
    String tenant = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
    api = platform.api().actingFor(tenant);
  }

  @AfterEach
  void stop() {
    held.countDown();
    sink.close();
  }

  @Test
  void deliversWhatWasOnlyCommitted() {
    subscribe("/hook");
    List<String> published = IntStream.range(0, 50).mapToObj(this::publish).toList();
    killAndStart();
    awaitSuccessOf(published, "/hook");
    for (String eventId : published) {
      assertThat(deliveriesOf(eventId)).as("deliveries of %s", eventId).hasSize(1);
    }
  }

  @Test
  void sendsAgainWhatWasUnderWay() {
    subscribe("/hook");
    sink.script("/hook", call -> call.order() == 1 ? new Answer.Held(held, 200) : Answer.ok());
    String eventId = publish(1);
    awaitCalls("/hook", 1);
    killAndStart();
    awaitSuccessOf(List.of(eventId), "/hook");
    assertThat(sink.calls("/hook")).extracting(Call::webhookId).containsExactly(eventId, eventId);
  }

  @Test
  void sendsOnceMoreWhatWasAnsweredButNotRecorded() {
    subscribe("/hook");
    sink.script("/hook", call -> call.order() == 1 ? new Answer.Held(held, 200) : Answer.ok());
    String eventId = publish(1);
    awaitCalls("/hook", 1);
    platform.pause();
    held.countDown();
    await().until(() -> sink.calls("/hook").getFirst().succeeded());
    killAndStart();
    awaitCalls("/hook", 2);
    awaitSuccessInViews(eventId, 1);
    assertThat(sink.calls("/hook")).extracting(Call::webhookId).containsExactly(eventId, eventId);
    assertThat(deliveriesOf(eventId)).hasSize(1);
  }

  @Test
  void goesOnRetryingWhenKilledInARetry() {
    subscribe("/hook");
    sink.script(
        "/hook",
        call ->
            switch (call.order()) {
              case 1 -> new Answer.Status(503);
              case 2 -> new Answer.Held(held, 503);
              default -> Answer.ok();
            });
    String eventId = publish(1);
    awaitCalls("/hook", 2);
    killAndStart();
    awaitSuccessOf(List.of(eventId), "/hook");
    assertThat(sink.calls("/hook")).hasSize(3);
  }

  @Test
  void sendsOnlyWhatDidNotSucceed() {
    List<String> paths = IntStream.range(0, 10).mapToObj(i -> "/hook-" + i).toList();
    paths.forEach(this::subscribe);
    List<String> failing = paths.subList(6, 10);
    failing.forEach(path -> sink.script(path, call -> new Answer.Held(held, 200)));
    String eventId = publish(1);
    awaitSuccessInViews(eventId, 6);
    failing.forEach(path -> awaitCalls(path, 1));
    platform.kill();
    failing.forEach(path -> sink.script(path, call -> Answer.ok()));
    platform.start();
    awaitSuccessInViews(eventId, 10);
    assertThat(paths.subList(0, 6)).allSatisfy(path -> assertThat(sink.calls(path)).hasSize(1));
    assertThat(failing).allSatisfy(path -> assertThat(sink.calls(path)).hasSize(2));
  }

  private void subscribe(String path) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("url", sink.url(path));
    settings.put("eventTypes", List.of("orderCreated"));
    settings.put("timeoutSeconds", 30);
    settings.put("retryPolicy", Map.of("delaysSeconds", List.of(1, 1, 1)));
    sink.secret(path, api.subscribe(settings).secret());
  }

  private String publish(int number) {
    return api.publish(Map.of("eventType", "orderCreated", "data", Map.of("id", "o-" + number)));
  }

  private void killAndStart() {
    platform.kill();
    platform.start();
  }

  private void awaitCalls(String path, int count) {
    await().atMost(LEASE_AND_SWEEP).until(() -> sink.calls(path).size() >= count);
  }

  private void awaitSuccessOf(List<String> eventIds, String path) {
    await()
        .atMost(LEASE_AND_SWEEP)
        .untilAsserted(
            () ->
                assertThat(sink.calls(path).stream().filter(Call::succeeded).map(Call::webhookId))
                    .containsAll(eventIds));
  }

  private void awaitSuccessInViews(String eventId, int count) {
    await()
        .atMost(LEASE_AND_SWEEP)
        .untilAsserted(() -> assertThat(with("status", "success", eventId)).hasSize(count));
  }

  private List<String> deliveriesOf(String eventId) {
    await().until(() -> !with("isCurrentAttempt", "true", eventId).isEmpty());
    return with("isCurrentAttempt", "true", eventId).stream()
        .map(attempt -> attempt.path("deliveryId").asString())
        .toList();
  }

  private List<JsonNode> with(String field, String value, String eventId) {
    JsonNode attempts = api.attempts(eventId);
    List<JsonNode> found = new ArrayList<>();
    StreamSupport.stream(attempts.spliterator(), false)
        .filter(attempt -> attempt.path(field).asString().equals(value))
        .forEach(found::add);
    return found;
  }
}
