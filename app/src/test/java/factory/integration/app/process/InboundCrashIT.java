package factory.integration.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the platform while a vendor calls it, and compares what was acknowledged and delivered. */
class InboundCrashIT {

  private static final int ROUNDS = 3;
  private static final int ENOUGH = 50;
  private static final String SECRET = "vendor-secret";

  private final Sink sink = new Sink();
  private final List<Integer> acknowledged = new CopyOnWriteArrayList<>();
  private volatile int next;

  @Test
  void losesNothingThatAVendorWasAcknowledged(@TempDir Path directory) throws InterruptedException {
    try (sink;
        PlatformProcess platform = PlatformProcess.started(directory)) {
      platform
          .api()
          .subscribe(
              Map.of(
                  "url", sink.url("/in"),
                  "eventTypes", List.of("vendorCalled"),
                  "payloadFormat", "raw"));
      String path = source(platform.api());
      for (int round = 1; round <= ROUNDS; round++) {
        killWhileCalled(platform, path, round * ENOUGH);
        platform.start();
      }
      callUntilItEnds(platform, path, next + 1);
      await("all that was acknowledged reaches the sink")
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(200))
          .untilAsserted(() -> assertThat(delivered()).containsAll(acknowledged));
    }
    assertThat(events()).as("one event for each webhook").hasSameSizeAs(delivered());
  }

  private static String source(ApiClient api) {
    Map<String, Object> settings =
        Map.of(
            "verification", Map.of("type", "apiKey", "header", "Authorization"),
            "secret", SECRET,
            "mapping",
                Map.of(
                    "eventType", Map.of("fixed", "vendorCalled"),
                    "deduplicationKey", Map.of("pointer", "/number")));
    return api.post("/v1/inbound/sources", settings).expecting(201).text("path");
  }

  private void killWhileCalled(PlatformProcess platform, String path, int enough)
      throws InterruptedException {
    Thread vendor =
        Thread.ofVirtual().start(() -> callUntilItEnds(platform, path, Integer.MAX_VALUE));
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(1))
        .until(() -> acknowledged.size() >= enough);
    platform.kill();
    vendor.join();
  }

  /** What got no answer is sent again the next time, as vendors do. */
  private void callUntilItEnds(PlatformProcess platform, String path, int end) {
    ApiClient vendor = platform.withKey(SECRET);
    try {
      while (next < end) {
        vendor.post(path, Map.of("number", next)).expecting(200);
        acknowledged.add(next);
        next++;
      }
    } catch (UncheckedIOException gone) {
      // Killed: whether the webhook was kept is not known.
    }
  }

  private Set<Integer> delivered() {
    return sink.calls().stream()
        .map(call -> Integer.valueOf(call.body().replaceAll("\\D", "")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> events() {
    return sink.calls().stream().map(Call::webhookId).collect(Collectors.toSet());
  }
}
