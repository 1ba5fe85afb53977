package factory.integration.app.retention;

import factory.integration.query.retention.RetainedKind;
import factory.integration.query.retention.RetentionStore;
import factory.integration.query.retention.RunningRebuilds;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what is of age, round after round. Nothing of a round is kept: one that was cut short
 * begins anew and finds what is left.
 */
final class Retention {

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /** Between two steps, so that others get most of the store's time. */
  static final Duration PAUSE = Duration.ofMillis(10);

  private static final Duration CLAIM = Duration.ofMinutes(1);

  private final RetentionStore store;
  private final RunningRebuilds rebuilds;
  private final RetentionProperties properties;
  private final InstantSource clock;
  private final String node;
  private final Map<RetainedKind, Counter> counters = new EnumMap<>(RetainedKind.class);
  private Instant claimedUntil = Instant.MIN;
  private @Nullable RetentionRound round;

  Retention(
      RetentionStore store,
      RunningRebuilds rebuilds,
      RetentionProperties properties,
      InstantSource clock,
      String node,
      MeterRegistry registry) {
    this.store = store;
    this.rebuilds = rebuilds;
    this.properties = properties;
    this.clock = clock;
    this.node = node;
    for (RetainedKind kind : RetainedKind.values()) {
      counters.put(kind, counter(kind, registry));
    }
  }

  private static Counter counter(RetainedKind kind, MeterRegistry registry) {
    return Counter.builder("platform.retention.purged")
        .description("entries of read models that were removed because of their age")
        .tag("kind", kind.label())
        .register(registry);
  }

  /** Makes the next step of a round; answers how long to wait for the one after it. */
  Duration turn() {
    Instant now = clock.instant();
    if (rebuilds.any() || !isMine(now)) {
      return end();
    }
    RetentionRound current = round;
    if (current == null) {
      current = new RetentionRound(store, properties, now);
      round = current;
    }
    if (!current.isOver()) {
      RetentionRound.Purged purged = current.step();
      counters.get(purged.kind()).increment(purged.count());
    }
    return current.isOver() ? end() : PAUSE;
  }

  /** Asks again when half of the claim is over. */
  private boolean isMine(Instant now) {
    if (now.plus(CLAIM.dividedBy(2)).isBefore(claimedUntil)) {
      return true;
    }
    Instant until = now.plus(CLAIM);
    boolean claimed = store.claim(node, now, until);
    claimedUntil = claimed ? until : Instant.MIN;
    return claimed;
  }

  /** Ends the round, if there is one, wherever it is. */
  Duration end() {
    RetentionRound ended = round;
    round = null;
    if (ended != null && !ended.purged().isEmpty()) {
      LOG.info("retention removed {}", text(ended.purged()));
    }
    return properties.interval();
  }

  private static String text(Map<RetainedKind, Long> purged) {
    return purged.entrySet().stream()
        .map(entry -> entry.getKey().label() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
