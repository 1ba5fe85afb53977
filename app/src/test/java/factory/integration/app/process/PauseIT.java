package factory.integration.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lets no instruction of the platform run for five seconds, as a long garbage collection does. */
class PauseIT {

  private static final long PAUSE_SECONDS = 5;
  private static final EventSeries PLAIN =
      new EventSeries("plain", "orderCreated", false, false, null, List.of("/all"));
  private static final EventSeries FIFO =
      new EventSeries("fifo", "cartCreated", true, true, null, List.of("/fifo"));

  private final Sink sink = new Sink();

  @AfterEach
  void stop() {
    sink.close();
  }

  @Test
  void goesOnAsIfNothingHadBeen(@TempDir Path directory) throws InterruptedException {
    try (PlatformProcess platform = PlatformProcess.started(directory)) {
      subscribe(platform.api(), "/all", "orderCreated", "none");
      subscribe(platform.api(), "/fifo", "cartCreated", "fifo");
      Load load =
          new Load(
              List.of(new Publisher(platform.api(), PLAIN), new Publisher(platform.api(), FIFO)));
      load.start();
      awaitAccepted(load, 500);
      platform.pause();
      TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
      int before = load.acceptedCount();
      platform.resume();
      awaitAccepted(load, before + 500);
      load.stop();
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> assertThat(new Reconciliation(sink.calls()).lost(load.accepted())).isEmpty());
      Reconciliation seen = new Reconciliation(sink.calls());
      assertThat(seen.unexplainedRepeats(List.of())).as("repeated").isEmpty();
      assertThat(seen.disorder(Set.of("fifo"))).as("out of order").isEmpty();
    }
  }

  private static void awaitAccepted(Load load, int count) {
    await().atMost(Duration.ofSeconds(30)).until(() -> load.acceptedCount() >= count);
  }

  private void subscribe(ApiClient api, String path, String eventType, String ordering) {
    Map<String, ?> settings =
        Map.of(
            "url",
            sink.url(path),
            "eventTypes",
            List.of(eventType),
            "ordering",
            ordering,
            "timeoutSeconds",
            30);
    sink.secret(path, api.subscribe(settings).secret());
  }
}
