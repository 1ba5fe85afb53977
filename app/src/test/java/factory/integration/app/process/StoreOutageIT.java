package factory.integration.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.app.process.ApiClient.Reply;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two nodes whose store stops answering: to both of them, or to the one that delivers. */
class StoreOutageIT {

  private static final Logger LOG = LoggerFactory.getLogger(StoreOutageIT.class);
  private static final Duration FAST = Duration.ofSeconds(5);

  /** Longer than the driver waits for an answer, and than leases and claims last. */
  private static final long OUTAGE_NANOS = TimeUnit.SECONDS.toNanos(12);

  private static final List<EventSeries> SERIES =
      List.of(
          new EventSeries("plain", "orderCreated", true, false, null, List.of("/all")),
          new EventSeries("fifo", "cartCreated", true, true, null, List.of("/fifo")));

  private static TwoNodes nodes;

  private final Sink sink = new Sink();
  private final CountDownLatch held = new CountDownLatch(1);

  @BeforeAll
  static void start(@TempDir Path directory) {
    nodes = new TwoNodes(directory);
  }

  @AfterAll
  static void end() {
    nodes.close();
  }

  @AfterEach
  void stop() {
    held.countDown();
    sink.close();
  }

  @Test
  void refusesFastWhileTheStoreStandsStillAndLosesNothing() throws InterruptedException {
    List<ApiClient> apis = nodes.both().stream().map(PlatformProcess::api).toList();
    subscribe("/all", "orderCreated", "none");
    subscribe("/fifo", "cartCreated", "fifo");
    sink.script("/fifo", StoreOutageIT::refuseSomeAtFirst);
    Load load =
        new Load(
            SERIES.stream()
                .map(series -> new Publisher(apis, series, Duration.ofMillis(20)))
                .toList());
    load.start();
    awaitMore(load, 200);

    nodes.store().pause();
    long paused = System.nanoTime();
    for (PlatformProcess node : nodes.both()) {
      awaitWithin(15, () -> assertThat(refusal(node).status()).isEqualTo(503));
    }
    int before = load.acceptedCount();
    while (System.nanoTime() - paused < OUTAGE_NANOS) {
      for (PlatformProcess node : nodes.both()) {
        Reply refused = refusal(node);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.headers().firstValue("retry-after")).contains("1");
        assertThat(node.api().waiting(FAST).isReady()).isFalse();
      }
    }
    assertThat(load.acceptedCount()).isEqualTo(before);
    nodes.store().resume();
    long resumed = System.nanoTime();
    awaitMore(load, 200);
    load.stop();

    check(load, List.of(paused, resumed));
  }

  @Test
  void refusesTheLateOutcomeOfANodeThatWasCutOff() {
    subscribe("/held", "productCreated", "none");
    awaitWithin(30, () -> assertThat(nodes.both()).anyMatch(TwoNodes::delivers));
    PlatformProcess stale =
        nodes.both().stream().filter(TwoNodes::delivers).findFirst().orElseThrow();
    PlatformProcess other = nodes.other(stale);
    Relay way = nodes.way(stale);
    sink.script(
        "/held",
        call ->
            callsOf(call.webhookId()).size() == 1
                ? new Answer.Held(held, 500)
                : new Answer.Status(200));
    List<String> events =
        IntStream.range(0, 5).mapToObj(number -> publish(other.api(), number)).toList();
    awaitWithin(30, () -> assertThat(sink.calls("/held")).hasSize(5));

    way.block();
    awaitWithin(40, () -> assertThat(TwoNodes.delivers(other)).isTrue());
    awaitWithin(20, () -> assertThat(sink.calls("/held")).hasSize(10));
    for (String event : events) {
      awaitWithin(20, () -> assertThat(statuses(other, event)).containsExactly("success"));
    }
    held.countDown();
    way.unblock();

    awaitWithin(30, () -> assertThat(stale.api().isReady()).isTrue());
    String later = publish(stale.api(), 5);
    sink.script("/held", call -> Answer.ok());
    awaitWithin(30, () -> assertThat(callsOf(later)).isNotEmpty());
    for (String event : events) {
      assertThat(statuses(other, event)).containsExactly("success");
      assertThat(callsOf(event)).extracting(Call::attempt).containsExactly("1", "1");
    }
    checkNothingIsSetAside();
  }

  private static Answer refuseSomeAtFirst(Call call) {
    boolean refused = call.attempt().equals("1") && call.order() % 10 == 0;
    return new Answer.Status(refused ? 503 : 200);
  }

  private Reply refusal(PlatformProcess node) {
    return node.api().waiting(FAST).post("/v1/events", SERIES.getFirst().event(1_000_000));
  }

  private void check(Load load, List<Long> faults) {
    awaitWithin(
        60, () -> assertThat(new Reconciliation(sink.calls()).lost(load.accepted())).isEmpty());
    Reconciliation seen = new Reconciliation(sink.calls());
    LOG.info("{} accepted, {} repeated", load.acceptedCount(), seen.repeats());
    assertThat(seen.unexplainedRepeats(faults)).as("repeated though not in flight").isEmpty();
    assertThat(seen.disorder(Set.of("fifo"))).as("out of order").isEmpty();
    assertThat(seen.doubled(Set.of("plain", "fifo"))).as("one key, two events").isEmpty();
    assertThat(sink.calls("/all")).extracting(Call::attempt).containsOnly("1");
    assertThat(sink.calls("/fifo")).extracting(Call::attempt).containsOnly("1", "2");
    checkNothingIsSetAside();
  }

  private static void checkNothingIsSetAside() {
    for (PlatformProcess node : nodes.both()) {
      assertThat(
              node.api()
                  .post("/v1/dead-letters/filter", Map.of())
                  .expecting(200)
                  .body()
                  .path("items"))
          .isEmpty();
      awaitWithin(
          30,
          () ->
              assertThat(TwoNodes.processors(node))
                  .allSatisfy(
                      it -> {
                        assertThat(it.path("parked").asLong()).isZero();
                        assertThat(it.path("segments").toString()).doesNotContain("Exception");
                      }));
    }
  }

  private static void awaitWithin(long seconds, ThrowingRunnable assertion) {
    await()
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(200))
        .ignoreException(UncheckedIOException.class)
        .untilAsserted(assertion);
  }

  private static void awaitMore(Load load, int events) {
    int enough = load.acceptedCount() + events;
    awaitWithin(60, () -> assertThat(load.acceptedCount()).isGreaterThanOrEqualTo(enough));
  }

  private List<Call> callsOf(String webhookId) {
    return sink.calls().stream().filter(call -> call.webhookId().equals(webhookId)).toList();
  }

  private static List<String> statuses(PlatformProcess node, String event) {
    return node.api()
        .attempts(event)
        .valueStream()
        .map(attempt -> attempt.path("status").asString())
        .toList();
  }

  private static String publish(ApiClient api, int number) {
    return api.publish(Map.of("eventType", "productCreated", "data", Map.of("number", number)));
  }

  private void subscribe(String path, String eventType, String ordering) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("url", sink.url(path));
    settings.put("eventTypes", List.of(eventType));
    settings.put("ordering", ordering);
    settings.put("timeoutSeconds", 30);
    settings.put("retryPolicy", Map.of("delaysSeconds", List.of(1, 1, 1, 1)));
    sink.secret(path, nodes.both().getFirst().api().subscribe(settings).secret());
  }
}
