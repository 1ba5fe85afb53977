package factory.integration.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Three nodes on one store: one dies, one stands still, all are restarted in turn. */
class SeveralNodesIT {

  private static final Logger LOG = LoggerFactory.getLogger(SeveralNodesIT.class);
  private static final String MASTER_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final int NODES = 3;
  private static final long PAUSE_SECONDS = 20;

  /** The server in this process is slow; what is measured here is order and completeness. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final List<EventSeries> SERIES =
      List.of(
          new EventSeries("plain", "orderCreated", true, false, null, List.of("/all")),
          new EventSeries("keyed", "orderCreated", true, false, null, List.of("/all")),
          new EventSeries("fifo", "cartCreated", true, true, null, List.of("/fifo")),
          new EventSeries("strict", "productCreated", true, true, "p-1", List.of("/strict")));

  private final Sink sink = new Sink();
  private final MongoServer store = new MongoServer(new MemoryBackend());
  private final List<PlatformProcess> nodes = new ArrayList<>();
  private final List<Long> faults = new ArrayList<>();
  private Load load;

  @BeforeEach
  void start(@TempDir Path directory) {
    String uri = store.bindAndGetConnectionString();
    for (int i = 1; i <= NODES; i++) {
      PlatformProcess node =
          new PlatformProcess(
              directory.resolve("node-" + i),
              "--spring.profiles.active=mongo,embedded",
              "--platform.mongo.uri=" + uri,
              "--platform.vault.master-key=" + MASTER_KEY);
      nodes.add(node);
      node.start();
    }
    ApiClient api = nodes.getFirst().api();
    subscribe(api, "/all", "orderCreated", "none");
    subscribe(api, "/fifo", "cartCreated", "fifo");
    subscribe(api, "/strict", "productCreated", "strict");
    List<ApiClient> apis = nodes.stream().map(PlatformProcess::api).toList();
    load = new Load(SERIES.stream().map(series -> new Publisher(apis, series, PAUSE)).toList());
  }

  @AfterEach
  void stop() {
    nodes.forEach(PlatformProcess::close);
    store.shutdownNow();
    sink.close();
  }

  @Test
  void losesNothingWhenOneDiesAndAnotherStandsStill() throws InterruptedException {
    awaitEachBusy();
    load.start();
    awaitMore(200);
    PlatformProcess dead = delivering();
    dead.kill();
    faults.add(System.nanoTime());
    nodes.remove(dead);
    awaitMore(200);
    awaitDelivering();

    PlatformProcess paused = delivering();
    paused.pause();
    faults.add(System.nanoTime());
    TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
    paused.resume();
    faults.add(System.nanoTime());
    awaitMore(200);
    load.stop();
    check();
  }

  @Test
  void losesNothingAndNeverRefusesWhileEachIsRestartedInTurn() throws InterruptedException {
    load.start();
    for (PlatformProcess node : nodes) {
      awaitMore(100);
      node.askToEnd();
      node.awaitEnd();
      awaitMore(100);
      node.start();
    }
    awaitMore(100);
    load.stop();
    check();
  }

  private void check() {
    await("all that was accepted reaches the sink")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () -> assertThat(new Reconciliation(sink.calls()).lost(load.accepted())).isEmpty());
    Reconciliation seen = new Reconciliation(sink.calls());
    LOG.info(
        "{} accepted, {} calls, {} of them repeated",
        load.acceptedCount(),
        sink.calls().size(),
        seen.repeats());
    assertThat(seen.unexplainedRepeats(faults)).as("repeated though not in flight").isEmpty();
    assertThat(seen.disorder(names(EventSeries::ordered))).as("out of order").isEmpty();
    assertThat(seen.doubled(names(EventSeries::keyed))).as("one key, two events").isEmpty();
    assertThat(seen.unsigned()).as("signature not valid").isEmpty();
  }

  private void awaitMore(int events) {
    int enough = load.acceptedCount() + events;
    await().atMost(Duration.ofSeconds(60)).until(() -> load.acceptedCount() >= enough);
  }

  /** Waits until the event processors are spread over the nodes. */
  private void awaitEachBusy() {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> nodes.stream().allMatch(node -> runs(node, _ -> true)));
  }

  private void awaitDelivering() {
    await().atMost(Duration.ofSeconds(30)).until(() -> nodes.stream().anyMatch(this::delivers));
  }

  private PlatformProcess delivering() {
    return nodes.stream().filter(this::delivers).findFirst().orElseThrow();
  }

  /** Whether the node makes the deliveries. */
  private boolean delivers(PlatformProcess node) {
    return runs(node, "delivery"::equals);
  }

  private static boolean runs(PlatformProcess node, Predicate<String> processor) {
    JsonNode processors =
        node.api().get("/v1/admin/processors").expecting(200).body().path("items");
    return processors
        .valueStream()
        .filter(it -> processor.test(it.path("name").asString()))
        .anyMatch(it -> !it.path("segments").isEmpty());
  }

  private void subscribe(ApiClient api, String path, String eventType, String ordering) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("url", sink.url(path));
    settings.put("eventTypes", List.of(eventType));
    settings.put("ordering", ordering);
    settings.put("retryPolicy", Map.of("delaysSeconds", List.of(1, 1, 1, 1)));
    sink.secret(path, api.subscribe(settings).secret());
  }

  private static Set<String> names(Predicate<EventSeries> which) {
    return SERIES.stream().filter(which).map(EventSeries::name).collect(Collectors.toSet());
  }
}
