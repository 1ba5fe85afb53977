package factory.integration.app.process;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Kills the platform while it runs operations: one that may be repeated is made for each run that
 * was accepted; one that must not be repeated blindly is never made twice.
 */
class RunCrashIT {

  private static final int ROUNDS = 3;
  private static final int ENOUGH = 30;
  private static final String RUNS = "/v1/integrations/runs";
  private static final Set<String> OVER = Set.of("completed", "unknown");

  private final Sink sink = new Sink();

  /** Runs that were accepted, with their operation, by their input's number. */
  private final Map<Integer, Accepted> accepted = new ConcurrentHashMap<>();

  private volatile int next;

  private record Accepted(String runId, String operation) {}

  @Test
  void losesNoRunAndRepeatsNoneBlindly(@TempDir Path directory) throws InterruptedException {
    try (sink;
        PlatformProcess platform = PlatformProcess.started(directory)) {
      String connection = connect(platform.api());
      for (int round = 1; round <= ROUNDS; round++) {
        killWhileRunning(platform, connection, round * ENOUGH);
        platform.start();
      }
      accepted.values().forEach(run -> awaitEnd(platform.api(), run));
      expectEachPaymentOnceAtMost(platform.api());
    }
    Map<Integer, Long> sent = callsBy("/send");
    assertThat(sent.keySet()).containsAll(numbersOf("Send"));
  }

  private String connect(ApiClient api) {
    String provider =
        api.post(
                "/v1/integrations/providers",
                Map.of("key", "erp", "name", "ERP", "baseUrl", sink.url("")))
            .expecting(201)
            .text("providerId");
    String client =
        api.post(
                "/v1/integrations/clients",
                Map.of(
                    "providerId",
                    provider,
                    "name",
                    "erp",
                    "version",
                    "1.0.0",
                    "operations",
                    List.of(operation("Send", "PUT", "/send"), operation("Pay", "POST", "/pay"))))
            .expecting(201)
            .text("apiClientId");
    return api.post(
            "/v1/integrations/connections",
            Map.of("name", "ERP", "providerId", provider, "apiClientId", client))
        .expecting(201)
        .text("connectionId");
  }

  private static Map<String, String> operation(String name, String method, String path) {
    return Map.of("name", name, "method", method, "path", path, "requestMapping", "$");
  }

  /** Some calls are under way when the platform is killed: their answers are held back. */
  private void killWhileRunning(PlatformProcess platform, String connection, int enough)
      throws InterruptedException {
    CountDownLatch killed = new CountDownLatch(1);
    sink.script("/pay", call -> number(call) % 5 == 0 ? held(killed) : Answer.ok());
    sink.script("/send", call -> number(call) % 5 == 1 ? held(killed) : Answer.ok());
    Thread client = Thread.ofVirtual().start(() -> askUntilItEnds(platform, connection));
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(1))
        .until(() -> accepted.size() >= enough);
    platform.kill();
    killed.countDown();
    client.join();
  }

  private static Answer held(CountDownLatch until) {
    return new Answer.Held(until, 200);
  }

  private void askUntilItEnds(PlatformProcess platform, String connection) {
    try {
      while (true) {
        String operation = next % 2 == 0 ? "Pay" : "Send";
        Map<String, ?> wish =
            Map.of(
                "connectionId", connection,
                "operation", operation,
                "input", Map.of("number", next));
        String runId = platform.api().post(RUNS, wish).expecting(202).text("runId");
        accepted.put(next, new Accepted(runId, operation));
        next++;
      }
    } catch (UncheckedIOException gone) {
      next++; // Killed: whether the run was accepted is not known.
    }
  }

  private static void awaitEnd(ApiClient api, Accepted run) {
    await("the end of " + run)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> OVER.contains(status(api, run)));
  }

  private static String status(ApiClient api, Accepted run) {
    JsonNode body = api.get(RUNS + "/" + run.runId()).expecting(200).body();
    return body.path("status").asString();
  }

  private void expectEachPaymentOnceAtMost(ApiClient api) {
    Map<Integer, Long> paid = callsBy("/pay");
    assertThat(paid.values()).allMatch(times -> times == 1);
    accepted.forEach(
        (number, run) -> {
          if (run.operation().equals("Pay") && status(api, run).equals("completed")) {
            assertThat(paid).containsKey(number);
          }
        });
  }

  private Map<Integer, Long> callsBy(String path) {
    return sink.calls(path).stream().collect(groupingBy(RunCrashIT::number, counting()));
  }

  private List<Integer> numbersOf(String operation) {
    return accepted.entrySet().stream()
        .filter(entry -> entry.getValue().operation().equals(operation))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static int number(Call call) {
    return Integer.parseInt(call.body().replaceAll("\\D", ""));
  }
}
