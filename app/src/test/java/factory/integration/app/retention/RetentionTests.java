package factory.integration.app.retention;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.query.TimelineKey;
import factory.integration.query.retention.KeySpan;
import factory.integration.query.retention.RetainedKind;
import factory.integration.query.retention.RetentionStore;
import factory.integration.query.retention.Swept;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RetentionTests {

  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");
  private static final Duration INTERVAL = Duration.ofMinutes(10);

  private final MemoryStore store = new MemoryStore();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private boolean rebuilding;
  private Instant now = NOON;

  @Test
  void removesWhatIsOfAgeWhenTheTimeHasCome() {
    store.add(RetainedKind.EVENTS, NOON, 3);
    Retention retention = retention("90d", "90d", "90d");

    now = NOON.plus(Duration.ofDays(90)).minusSeconds(1);
    round(retention);
    assertThat(store.left(RetainedKind.EVENTS)).isEqualTo(3);

    now = NOON.plus(Duration.ofDays(90)).plusSeconds(1);
    round(retention);
    assertThat(store.left(RetainedKind.EVENTS)).isZero();
    assertThat(purged("events")).isEqualTo(3);
    assertThat(purged("payloads")).isZero();
  }

  @Test
  void removesEachKindInItsOwnTimeButNeverAfterTheEvents() {
    now = NOON.plus(Duration.ofDays(20));
    round(retention("10d", "off", "15d"));
    assertThat(store.asked)
        .containsExactly(
            RetainedKind.COMMUNICATION_LOGS,
            RetainedKind.PAYLOADS,
            RetainedKind.INTEGRATION_EVENTS,
            RetainedKind.DEAD_LETTERS,
            RetainedKind.EVENTS);
    assertThat(store.before)
        .containsExactly(before(10), before(15), before(15), before(15), before(15));
  }

  @Test
  void keepsForEverWhatIsOff() {
    store.add(RetainedKind.EVENTS, NOON, 1);
    now = NOON.plus(Duration.ofDays(9_000));
    round(retention("off", "10d", "0"));
    assertThat(store.asked).containsExactly(RetainedKind.PAYLOADS);
    assertThat(store.left(RetainedKind.EVENTS)).isEqualTo(1);
  }

  @Test
  void goesInSmallStepsWithPausesBetween() {
    store.add(RetainedKind.COMMUNICATION_LOGS, NOON, 1_000);
    now = NOON.plus(Duration.ofDays(91));
    Retention retention = retention("90d", "off", "off");
    for (int step = 1; step <= 10; step++) {
      assertThat(retention.turn()).isEqualTo(Retention.PAUSE);
      assertThat(store.left(RetainedKind.COMMUNICATION_LOGS)).isEqualTo(1_000 - step * 100);
    }
    assertThat(retention.turn()).isEqualTo(INTERVAL);
    assertThat(purged("communicationLogs")).isEqualTo(1_000);
  }

  @Test
  void beginsAnewAfterARestartAndRemovesTheRest() {
    store.add(RetainedKind.EVENTS, NOON, 600);
    now = NOON.plus(Duration.ofDays(91));
    retention("off", "off", "90d").turn();
    round(retention("off", "off", "90d"));
    assertThat(store.left(RetainedKind.EVENTS)).isZero();
  }

  @Test
  void waitsWhileAProjectionIsRebuilt() {
    store.add(RetainedKind.EVENTS, NOON, 1);
    now = NOON.plus(Duration.ofDays(91));
    Retention retention = retention("off", "off", "90d");
    rebuilding = true;
    assertThat(retention.turn()).isEqualTo(INTERVAL);
    assertThat(store.left(RetainedKind.EVENTS)).isEqualTo(1);

    rebuilding = false;
    round(retention);
    assertThat(store.left(RetainedKind.EVENTS)).isZero();
  }

  @Test
  void leavesItToTheNodeThatPurges() {
    store.add(RetainedKind.EVENTS, NOON, 1);
    store.claimable = false;
    now = NOON.plus(Duration.ofDays(91));
    assertThat(retention("off", "off", "90d").turn()).isEqualTo(INTERVAL);
    assertThat(store.left(RetainedKind.EVENTS)).isEqualTo(1);
  }

  @Test
  void asksForItsClaimAgainInTime() {
    store.add(RetainedKind.COMMUNICATION_LOGS, NOON, 1_000);
    now = NOON.plus(Duration.ofDays(91));
    Retention retention = retention("90d", "off", "off");
    retention.turn();
    retention.turn();
    assertThat(store.claims).isEqualTo(1);

    now = now.plusSeconds(31);
    retention.turn();
    assertThat(store.claims).isEqualTo(2);

    store.claimable = false;
    now = now.plusSeconds(120);
    assertThat(retention.turn()).isEqualTo(INTERVAL);
    assertThat(store.left(RetainedKind.COMMUNICATION_LOGS)).isEqualTo(700);
  }

  private Retention retention(String logs, String payloads, String events) {
    return new Retention(
        store,
        () -> rebuilding,
        new RetentionProperties(logs, payloads, events, INTERVAL),
        () -> now,
        "one",
        registry);
  }

  private static void round(Retention retention) {
    while (retention.turn().equals(Retention.PAUSE)) {}
  }

  private double purged(String kind) {
    return registry.get("platform.retention.purged").tag("kind", kind).counter().count();
  }

  private long before(int days) {
    return TimelineKey.firstOf(now.minus(Duration.ofDays(days)));
  }

  /** Entries by kind and key; none belongs to anything open. */
  private static final class MemoryStore implements RetentionStore {

    private final TreeMap<RetainedKind, TreeMap<Long, Instant>> entries = new TreeMap<>();
    private final List<RetainedKind> asked = new ArrayList<>();
    private final List<Long> before = new ArrayList<>();
    private boolean claimable = true;
    private int claims;

    void add(RetainedKind kind, Instant at, int count) {
      TreeMap<Long, Instant> ofKind = entries.computeIfAbsent(kind, _ -> new TreeMap<>());
      for (int i = 0; i < count; i++) {
        ofKind.put(TimelineKey.firstOf(at) + i, at);
      }
    }

    int left(RetainedKind kind) {
      return entries.getOrDefault(kind, new TreeMap<>()).size();
    }

    @Override
    public boolean claim(String node, Instant from, Instant until) {
      claims++;
      return claimable;
    }

    @Override
    public Swept sweep(RetainedKind kind, KeySpan span) {
      asked.add(kind);
      before.add(span.before());
      List<Long> keys =
          entries.getOrDefault(kind, new TreeMap<>()).keySet().stream()
              .filter(key -> key > span.after() && key < span.before())
              .limit(span.limit())
              .toList();
      keys.forEach(key -> entries.get(kind).remove(key));
      long end = keys.isEmpty() ? span.after() : keys.getLast();
      return new Swept(keys.size(), end, keys.size() == span.limit());
    }
  }
}
