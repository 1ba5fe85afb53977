package factory.integration.saga.delivery;

import factory.integration.api.delivery.WorkId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The calls that this node makes at the moment; no event says that one began. */
public final class RunningCalls {

  private final ConcurrentMap<Attempt, Instant> calls = new ConcurrentHashMap<>();
  private final InstantSource clock;

  RunningCalls(InstantSource clock) {
    this.clock = clock;
  }

  private record Attempt(WorkId workId, int number) {

    static Attempt of(DueDelivery due) {
      return new Attempt(due.workId(), due.attempt());
    }
  }

  /** When the attempt's call began, or null when none is under way. */
  public @Nullable Instant startedAt(WorkId workId, int attempt) {
    return calls.get(new Attempt(workId, attempt));
  }

  void began(DueDelivery due) {
    calls.put(Attempt.of(due), clock.instant());
  }

  void ended(DueDelivery due) {
    calls.remove(Attempt.of(due));
  }
}
