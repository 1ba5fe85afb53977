package factory.integration.saga.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of the due work that belongs to this node, and the lease that makes it so. */
final class OwnedWork {

  private final DueWork dueWork;
  private final NodeId node;
  private final Duration lease;
  private final InstantSource clock;
  private @Nullable Instant earlierLeasesEnd;

  OwnedWork(DueWork dueWork, NodeId node, Duration lease, InstantSource clock) {
    this.dueWork = dueWork;
    this.node = node;
    this.lease = lease;
    this.clock = clock;
  }

  void renewLease() {
    Instant now = clock.instant();
    dueWork.renewLease(node.value(), now.plus(lease));
    if (earlierLeasesEnd == null) {
      earlierLeasesEnd = dueWork.count() == 0 ? now : now.plus(lease);
    }
  }

  /** Lets every other node take the work of this one at once. */
  void giveBack() {
    dueWork.renewLease(node.value(), clock.instant());
  }

  /** Whether whoever held work when this node started either lives or can be taken over from. */
  boolean earlierLeasesHaveEnded() {
    return earlierLeasesEnd != null && !clock.instant().isBefore(earlierLeasesEnd);
  }

  List<DueDelivery> takeOver(int limit) {
    return dueWork.takeOver(node.value(), clock.instant(), limit);
  }

  List<DueDelivery> find(String endpoint, long abovePosition, int limit) {
    return dueWork.findOwned(node.value(), endpoint, abovePosition, limit);
  }
}
