package factory.integration.saga.delivery;

import factory.integration.api.delivery.WorkId;
import factory.integration.saga.CommittedWrites;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Due work that shows what a unit of work wrote after its commit only, as the adapters do. */
final class InMemoryDueWork implements DueWork {

  private record Row(String owner, DueDelivery due) {}

  private final CommittedWrites writes = new CommittedWrites();
  private final Map<WorkId, Row> rows = new HashMap<>();
  private final Map<String, Instant> leases = new HashMap<>();
  private final Set<String> takenFrom = new HashSet<>();

  @Override
  public void save(String owner, DueDelivery due) {
    atCommit(() -> rows.merge(due.workId(), new Row(owner, due), InMemoryDueWork::keepingPosition));
  }

  @Override
  public void remove(WorkId deliveryId) {
    atCommit(() -> rows.remove(deliveryId));
  }

  @Override
  public synchronized boolean renewLease(String owner, Instant until) {
    boolean held = !takenFrom.remove(owner);
    leases.put(owner, held ? until : Instant.MIN);
    return held;
  }

  @Override
  public synchronized List<DueDelivery> takeOver(String owner, Instant now, int limit) {
    List<DueDelivery> taken = find(row -> !row.owner.equals(owner) && !isLeased(row, now), limit);
    taken.forEach(due -> takenFrom.add(ownerOf(due.workId())));
    taken.forEach(due -> rows.put(due.workId(), new Row(owner, due)));
    return taken;
  }

  @Override
  public synchronized List<DueDelivery> findOwned(
      String owner, String endpoint, long abovePosition, int limit) {
    return find(
        row ->
            row.owner.equals(owner)
                && row.due.endpoint().equals(endpoint)
                && row.due.position() > abovePosition,
        limit);
  }

  @Override
  public synchronized boolean contains(WorkId deliveryId) {
    return rows.containsKey(deliveryId);
  }

  @Override
  public synchronized long count() {
    return rows.size();
  }

  synchronized String ownerOf(WorkId id) {
    return rows.get(id).owner;
  }

  synchronized DueDelivery find(WorkId id) {
    return rows.get(id).due;
  }

  synchronized Instant leaseOf(String owner) {
    return leases.getOrDefault(owner, Instant.MIN);
  }

  private boolean isLeased(Row row, Instant now) {
    Instant lease = leaseOf(row.owner);
    return lease.isAfter(now) && !lease.isAfter(now.plus(LONGEST_LEASE));
  }

  private List<DueDelivery> find(Predicate<Row> condition, int limit) {
    return rows.values().stream()
        .filter(condition)
        .map(Row::due)
        .sorted(Comparator.comparingLong(DueDelivery::position))
        .limit(limit)
        .toList();
  }

  private static Row keepingPosition(Row before, Row after) {
    DueDelivery due = after.due;
    return new Row(
        after.owner,
        new DueDelivery(
            due.tenant(),
            due.workId(),
            due.attempt(),
            before.due.position(),
            due.endpoint(),
            due.plan(),
            due.waiting(),
            due.context()));
  }

  private void atCommit(Runnable write) {
    writes.write(() -> writeNow(write));
  }

  private synchronized void writeNow(Runnable write) {
    write.run();
  }
}
