package factory.integration.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks the platform to end while 500 calls are under way, half of which get an answer in time. */
class ShutdownIT {

  private static final List<String> ANSWERING = paths("/answering-");
  private static final List<String> HANGING = paths("/hanging-");
  private static final int EVENTS = 25;

  private final Sink sink = new Sink();
  private final CountDownLatch answers = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);

  @AfterEach
  void stop() {
    sink.close();
  }

  @Test
  void finishesOrGivesBackWhatIsUnderWay(@TempDir Path directory) {
    ANSWERING.forEach(path -> sink.script(path, call -> new Answer.Held(answers, 200)));
    HANGING.forEach(path -> sink.script(path, call -> new Answer.Held(never, 200)));
    try (PlatformProcess platform =
        new PlatformProcess(directory, "--platform.delivery.shutdown-grace=3s")) {
      platform.start();
      ANSWERING.forEach(path -> subscribe(platform.api(), path));
      HANGING.forEach(path -> subscribe(platform.api(), path));
      List<String> published =
          IntStream.range(0, EVENTS).mapToObj(i -> publish(platform.api(), i)).toList();
      awaitCalls(EVENTS * (ANSWERING.size() + HANGING.size()));
      platform.askToEnd();
      answers.countDown();
      platform.awaitEnd();
      HANGING.forEach(path -> sink.script(path, call -> Answer.ok()));
      platform.start();
      HANGING.forEach(path -> awaitSuccess(path, published));
      ANSWERING.forEach(path -> awaitSuccess(path, published));
      assertThat(ANSWERING).allSatisfy(path -> assertThat(sink.calls(path)).hasSize(EVENTS));
      assertThat(HANGING).allSatisfy(path -> assertThat(sink.calls(path)).hasSize(2 * EVENTS));
    }
  }

  private void subscribe(ApiClient api, String path) {
    Map<String, ?> settings =
        Map.of("url", sink.url(path), "eventTypes", List.of("orderCreated"), "timeoutSeconds", 30);
    sink.secret(path, api.subscribe(settings).secret());
  }

  private static String publish(ApiClient api, int number) {
    return api.publish(Map.of("eventType", "orderCreated", "data", Map.of("id", "o-" + number)));
  }

  private void awaitCalls(int count) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(sink.callCount()).isEqualTo(count));
  }

  private void awaitSuccess(String path, List<String> eventIds) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(sink.calls(path).stream().filter(Call::succeeded).map(Call::webhookId))
                    .containsAll(eventIds));
  }

  private static List<String> paths(String prefix) {
    return IntStream.range(0, 10).mapToObj(i -> prefix + i).toList();
  }
}
