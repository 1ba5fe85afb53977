package factory.integration.saga.deadline;

import factory.integration.saga.CommittedWrites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Deadlines by the time they are due; what a unit of work writes shows after its commit. */
final class InMemoryDeadlineStore implements DeadlineStore {

  private static final Comparator<ScheduledDeadline> BY_TIME =
      Comparator.comparing(ScheduledDeadline::dueAt).thenComparing(ScheduledDeadline::id);

  private final TreeSet<ScheduledDeadline> deadlines = new TreeSet<>(BY_TIME);
  private final Map<String, ScheduledDeadline> byId = new HashMap<>();
  private final Map<String, Instant> claimedUntil = new HashMap<>();
  private final CommittedWrites writes = new CommittedWrites();
  private boolean away;

  @Override
  public void save(ScheduledDeadline deadline) {
    writes.write(() -> add(deadline));
  }

  @Override
  public void remove(String id) {
    writes.write(() -> delete(byId.get(id)));
  }

  @Override
  public void removeAll(String name) {
    writes.write(() -> deleteAll(deadline -> deadline.name().equals(name)));
  }

  @Override
  public void removeAllWithin(String name, String scope) {
    writes.write(
        () ->
            deleteAll(deadline -> deadline.name().equals(name) && deadline.scope().equals(scope)));
  }

  @Override
  public synchronized List<ScheduledDeadline> claimDue(
      String owner, Instant now, Instant until, int limit) {
    if (away) {
      throw new IllegalStateException("the store is away");
    }
    List<ScheduledDeadline> claimed = new ArrayList<>();
    for (ScheduledDeadline deadline : deadlines) {
      if (deadline.dueAt().isAfter(now) || claimed.size() == limit) {
        break;
      }
      if (!claimedUntil.getOrDefault(deadline.id(), Instant.MIN).isAfter(now)) {
        claimed.add(deadline);
      }
    }
    claimed.forEach(deadline -> claimedUntil.put(deadline.id(), until));
    return claimed;
  }

  @Override
  public synchronized Optional<Instant> earliest() {
    return deadlines.isEmpty() ? Optional.empty() : Optional.of(deadlines.first().dueAt());
  }

  @Override
  public synchronized long count() {
    return deadlines.size();
  }

  synchronized void setAway(boolean now) {
    away = now;
  }

  private synchronized void add(ScheduledDeadline deadline) {
    deadlines.add(deadline);
    byId.put(deadline.id(), deadline);
  }

  private synchronized void deleteAll(Predicate<ScheduledDeadline> condition) {
    List.copyOf(deadlines).stream().filter(condition).forEach(this::delete);
  }

  private synchronized void delete(@Nullable ScheduledDeadline deadline) {
    if (deadline != null) {
      deadlines.remove(deadline);
      byId.remove(deadline.id());
    }
  }
}
