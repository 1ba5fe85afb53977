package factory.integration.saga.delivery;

import factory.integration.api.delivery.WorkId;
import factory.integration.api.messaging.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part of the due work that belongs to this node, and the lease that makes it so. Each turn of
 * the node is an owner of its own: what an earlier turn owned is taken over like another node's.
 */
final class OwnedWork {

  /** Owns what may not start yet; it never has a lease. */
  static final String NOBODY = "";

  private static final Logger log = LoggerFactory.getLogger(OwnedWork.class);

  private final DueWork dueWork;
  private final NodeId node;
  private final Duration lease;
  private final InstantSource clock;
  private volatile String owner = NOBODY;
  private volatile @Nullable Long renewedNanos;
  private int turns;
  private @Nullable Instant earlierLeasesEnd;

  OwnedWork(DueWork dueWork, NodeId node, Duration lease, InstantSource clock) {
    this.dueWork = dueWork;
    this.node = node;
    this.lease = lease;
    this.clock = clock;
  }

  /** Who owns what this node takes on. */
  String owner() {
    return owner;
  }

  /** Begins another turn, without a lease at first. */
  void begin() {
    giveBack();
    owner = node.value() + "/" + ++turns;
    earlierLeasesEnd = null;
  }

  /** Answers false when others may have taken over what this turn owned. */
  boolean renewLease() {
    long asked = System.nanoTime();
    Instant now = clock.instant();
    boolean held = dueWork.renewLease(owner, now.plus(lease));
    renewedNanos = held ? asked : null;
    if (earlierLeasesEnd == null) {
      earlierLeasesEnd = dueWork.count() == 0 ? now : now.plus(lease);
    }
    return held;
  }

  /** Whether nobody else can have taken anything yet, however long this process stood still. */
  boolean holdsLease() {
    Long renewed = renewedNanos;
    return renewed != null && System.nanoTime() - renewed < lease.toNanos();
  }

  /** Lets the work of this turn be taken over at once. */
  void giveBack() {
    renewedNanos = null;
    if (owner.equals(NOBODY)) {
      return;
    }
    try {
      dueWork.renewLease(owner, clock.instant());
    } catch (RuntimeException e) {
      log.info("{} keeps its work until its lease has run out: {}", owner, e.toString());
    }
  }

  /**
   * Whether whoever held work when this turn began either lives or can be taken over from. A clock
   * that was set back since does not make that last longer than any lease.
   */
  boolean earlierLeasesHaveEnded() {
    Instant end = earlierLeasesEnd;
    if (end == null) {
      return false;
    }
    Instant now = clock.instant();
    Instant latest = now.plus(DueWork.LONGEST_LEASE);
    earlierLeasesEnd = end.isAfter(latest) ? latest : end;
    return !now.isBefore(end);
  }

  /** Whether the attempt is still to be made or to be recorded. */
  boolean isKnown(WorkId id) {
    return dueWork.contains(id);
  }

  List<DueDelivery> takeOver(int limit) {
    return dueWork.takeOver(owner, clock.instant(), limit);
  }

  List<DueDelivery> find(String endpoint, long abovePosition, int limit) {
    return dueWork.findOwned(owner, endpoint, abovePosition, limit);
  }
}
