package factory.integration.saga.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps deadlines durably. Writes join the calling thread's transaction where there is one. */
public interface DeadlineStore {

  void save(ScheduledDeadline deadline);

  /** Removes one; a missing one is no error. */
  void remove(String id);

  /** Removes all of that name. */
  void removeAll(String name);

  /** Removes all of that name and scope. */
  void removeAllWithin(String name, String scope);

  /**
   * Claims what is due and under no claim that still runs, the owner's own included; earliest
   * first, at once and not in a transaction. A claim that is not followed by {@link #remove} runs
   * out; one that would last twice as long as that which is taken here was made by a clock that was
   * wrong, and counts as run out.
   */
  List<ScheduledDeadline> claimDue(String owner, Instant now, Instant claimedUntil, int limit);

  /** The earliest time of all, claimed ones too. */
  Optional<Instant> earliest();

  long count();
}
