package factory.integration.gateway.admin;

import java.util.List;
import java.util.Optional;

/** Events that processors could not handle; the others of their sequence wait behind them. */
public interface ParkedEvents {

  /** The first event of each parked sequence; empty when there is no such processor. */
  Optional<List<ParkedEvent>> of(String processor);

  /**
   * Handles the events of a sequence again, in order, until one fails.
   *
   * @return the one that failed, or nothing when all were handled
   * @throws factory.integration.gateway.problem.RequestRefused when no such sequence is parked
   */
  Optional<ParkedEvent> retry(String processor, String sequence);

  /**
   * Gives up the first event of a sequence, or all of them: they stay in the event store, but the
   * processor will never handle them.
   *
   * @throws factory.integration.gateway.problem.RequestRefused when no such sequence is parked
   */
  void drop(String processor, String sequence, boolean all);
}
