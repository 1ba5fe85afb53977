package factory.integration.query.failure;

import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.FindDeadLetters;
import factory.integration.api.messaging.TenantId;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import java.util.Optional;

/**
 * Keeps dead letters. Writes may become visible later, together with the batch they belong to; each
 * of them repeated changes nothing.
 */
public interface DeadLetterStore {

  /** Adds a dead letter, unless it is there. */
  void add(DeadLetterDocument deadLetter);

  /** Forgets everything. */
  void clear();

  /** The dead letter, or empty when this tenant has none of that id. */
  Optional<DeadLetterDocument> get(TenantId tenant, FailureId id);

  /**
   * Dead letters that meet every condition, newest first.
   *
   * @param page takes the place of the query's limit and cursor
   */
  Slice<DeadLetterDocument> find(FindDeadLetters query, PageRequest page);
}
