package factory.integration.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.app.process.ApiClient.Subscription;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kills the platform at random moments under load and compares what was accepted and received. */
class CrashRecoveryIT {

  private static final Logger LOG = LoggerFactory.getLogger(CrashRecoveryIT.class);
  private static final int ROUNDS = Integer.getInteger("crash.rounds", 20);
  private static final int ROUNDS_BETWEEN_CHECKS = 4;
  private static final int MOST_EVENTS_A_ROUND = 400;
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(5);
  private static final List<EventSeries> SERIES =
      List.of(
          new EventSeries("plain", "orderCreated", false, false, null, List.of("/all", "/moody")),
          new EventSeries("keyed", "orderCreated", true, false, null, List.of("/all", "/moody")),
          new EventSeries("fifo", "cartCreated", true, true, null, List.of("/fifo")),
          new EventSeries("strict-1", "productCreated", true, true, "p-1", List.of("/strict")),
          new EventSeries("strict-2", "productCreated", false, true, "p-2", List.of("/strict")));

  private final Sink sink = new Sink();
  private final List<Long> kills = new ArrayList<>();

  @Test
  void losesNothingWhenKilledAtRandomMoments(@TempDir Path directory) throws InterruptedException {
    long seed = Long.getLong("crash.seed", System.nanoTime());
    LOG.info("random seed {}: repeat with -Dcrash.seed={}", seed, seed);
    Random random = new Random(seed);
    try (sink;
        PlatformProcess platform = PlatformProcess.started(directory)) {
      subscribe(platform.api(), random);
      Load load = new Load(SERIES.stream().map(s -> new Publisher(platform.api(), s)).toList());
      for (int round = 1; round <= ROUNDS; round++) {
        killUnderLoad(platform, load, random);
        platform.start();
        LOG.info("round {}: {} accepted", round, load.acceptedCount());
        if (round % ROUNDS_BETWEEN_CHECKS == 0 || round == ROUNDS) {
          awaitDelivered(load);
        }
      }
      check(load);
    }
  }

  /** Kills somewhere within the first few hundred events, however slow the machine is. */
  private void killUnderLoad(PlatformProcess platform, Load load, Random random)
      throws InterruptedException {
    int enough = load.acceptedCount() + 1 + random.nextInt(MOST_EVENTS_A_ROUND);
    long deadline = System.nanoTime() + LONGEST_ROUND.toNanos();
    load.start();
    while (load.acceptedCount() < enough && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(1 + random.nextInt(20));
    }
    platform.kill();
    kills.add(System.nanoTime());
    load.stop();
  }

  private void awaitDelivered(Load load) {
    await("all that was accepted reaches the sink")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () -> assertThat(new Reconciliation(sink.calls()).lost(load.accepted())).isEmpty());
  }

  private void check(Load load) {
    Reconciliation seen = new Reconciliation(sink.calls());
    LOG.info(
        "{} rounds: {} accepted, {} calls, {} of them repeated",
        ROUNDS,
        load.acceptedCount(),
        sink.calls().size(),
        seen.repeats());
    assertThat(seen.lost(load.accepted())).as("lost").isEmpty();
    assertThat(seen.unexplainedRepeats(kills)).as("repeated though not in flight").isEmpty();
    assertThat(seen.disorder(names(EventSeries::ordered))).as("out of order").isEmpty();
    assertThat(seen.doubled(names(EventSeries::keyed))).as("one key, two events").isEmpty();
    assertThat(seen.unsigned()).as("signature not valid").isEmpty();
  }

  private void subscribe(ApiClient api, Random random) {
    subscribe(api, "/all", "orderCreated", "none");
    subscribe(api, "/moody", "orderCreated", "none");
    subscribe(api, "/fifo", "cartCreated", "fifo");
    subscribe(api, "/strict", "productCreated", "strict");
    sink.script("/moody", call -> new Answer.Status(random.nextInt(20) == 0 ? 503 : 200));
  }

  private void subscribe(ApiClient api, String path, String eventType, String ordering) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("url", sink.url(path));
    settings.put("eventTypes", List.of(eventType));
    settings.put("ordering", ordering);
    settings.put("retryPolicy", Map.of("delaysSeconds", List.of(1, 1, 1, 1, 1, 1)));
    Subscription subscription = api.subscribe(settings);
    sink.secret(path, subscription.secret());
  }

  private static Set<String> names(Predicate<EventSeries> which) {
    return SERIES.stream().filter(which).map(EventSeries::name).collect(Collectors.toSet());
  }
}
