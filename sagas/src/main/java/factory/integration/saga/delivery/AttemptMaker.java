package factory.integration.saga.delivery;

import factory.integration.api.delivery.WorkId;

/** Makes attempts of one kind of work; used by many threads at a time. */
public interface AttemptMaker {

  /** Whether this is a kind of work that it knows. */
  boolean makes(WorkId id);

  /** What came of the attempt; throws when the platform itself could not make the call. */
  CallReport make(DueDelivery due);
}
