package factory.integration.app.retention;

import factory.integration.query.TimelineKey;
import factory.integration.query.retention.KeySpan;
import factory.integration.query.retention.RetainedKind;
import factory.integration.query.retention.RetentionStore;
import factory.integration.query.retention.Swept;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/** One walk over everything that is of age, a small step at a time. */
final class RetentionRound {

  /** Measured: such a step holds the embedded store's writer for 1 to 4 ms. */
  private static final int STEP = 100;

  private final RetentionStore store;
  private final RetentionProperties properties;
  private final Instant startedAt;
  private final Deque<RetainedKind> left = new ArrayDeque<>();
  private final Map<RetainedKind, Long> purged = new EnumMap<>(RetainedKind.class);
  private long after;

  RetentionRound(RetentionStore store, RetentionProperties properties, Instant startedAt) {
    this.store = store;
    this.properties = properties;
    this.startedAt = startedAt;
    for (RetainedKind kind : RetainedKind.values()) {
      if (properties.of(kind).isPresent()) {
        left.add(kind);
      }
    }
  }

  boolean isOver() {
    return left.isEmpty();
  }

  /** Makes the next step; the round must not be over. Answers what it purged. */
  Purged step() {
    RetainedKind kind = left.getFirst();
    Swept swept = store.sweep(kind, new KeySpan(after, before(kind), STEP));
    after = swept.end();
    if (!swept.more()) {
      left.removeFirst();
      after = 0;
    }
    if (swept.purged() > 0) {
      purged.merge(kind, (long) swept.purged(), Long::sum);
    }
    return new Purged(kind, swept.purged());
  }

  /** What a step removed. */
  record Purged(RetainedKind kind, int count) {}

  /** How much was removed of each kind that anything was removed of. */
  Map<RetainedKind, Long> purged() {
    return purged;
  }

  private long before(RetainedKind kind) {
    return TimelineKey.firstOf(startedAt.minus(properties.of(kind).orElseThrow()));
  }
}
