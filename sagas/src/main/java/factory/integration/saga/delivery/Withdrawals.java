package factory.integration.saga.delivery;

import factory.integration.api.delivery.WorkId;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * Deliveries whose cancellation is stored, but was not yet met in the event stream: none of their
 * calls may start. Where the stream was faster than the store's answer nobody takes the entry out,
 * so that only the latest are kept.
 */
final class Withdrawals {

  private static final int MOST = 10_000;

  private final SequencedSet<WorkId> ids = new LinkedHashSet<>();

  void add(WorkId id) {
    ids.add(id);
    if (ids.size() > MOST) {
      ids.removeFirst();
    }
  }

  void remove(WorkId id) {
    ids.remove(id);
  }

  boolean contains(WorkId id) {
    return !ids.isEmpty() && ids.contains(id);
  }
}
