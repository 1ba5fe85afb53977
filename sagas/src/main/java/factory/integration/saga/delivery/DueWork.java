package factory.integration.saga.delivery;

import factory.integration.api.delivery.WorkId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The durable list of attempts to make. Writes join the calling thread's transaction where there is
 * one; each row belongs to the node that wrote it until that node's lease runs out.
 */
public interface DueWork {

  /**
   * No lease lasts longer. One that ends later than that from now was given by a clock that was
   * wrong, and counts as run out: else nobody could take over for as long as it was wrong.
   */
  Duration LONGEST_LEASE = Duration.ofMinutes(1);

  /**
   * Adds or replaces by the work's id; the row belongs to the owner. A row that exists keeps its
   * position.
   */
  void save(String owner, DueDelivery due);

  /** Removes the row of that work; a missing one is no error. */
  void remove(WorkId workId);

  /**
   * Says that the owner lives until then, at once and not in a transaction. Answers false when the
   * lease had run out and others may have taken its rows since: what the owner remembers of them
   * does not count any more, and its lease begins anew with the next call.
   */
  boolean renewLease(String owner, Instant until);

  /**
   * Gives the owner the rows of owners whose lease has run out, lowest positions first, at once and
   * not in a transaction.
   *
   * @param limit how many at most
   */
  List<DueDelivery> takeOver(String owner, Instant now, int limit);

  /** The owner's rows of one endpoint above a position, lowest first. */
  List<DueDelivery> findOwned(String owner, String endpoint, long abovePosition, int limit);

  /** Whether there is a row of that work, whoever owns it. */
  boolean contains(WorkId workId);

  /** How many rows there are, of all owners. */
  long count();
}
