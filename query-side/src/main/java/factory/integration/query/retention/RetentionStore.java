package factory.integration.query.retention;

import java.time.Instant;

/**
 * Removes old entries of the read models; the event store is never touched. What belongs to an open
 * delivery (queued, being made, waiting for its retry) stays, however old it is, and so does an
 * event that is not routed yet. A step that was cut short leaves nothing that the same step, made
 * again, does not remove.
 */
public interface RetentionStore {

  /**
   * Makes this node the one that purges; of all that share a store there is one at a time.
   *
   * @param node names this node
   * @param until when another may take over unless this one asks again
   * @return false while another node purges
   */
  boolean claim(String node, Instant now, Instant until);

  /** Removes what may go among the entries of the span; never joins a transaction. */
  Swept sweep(RetainedKind kind, KeySpan span);
}
