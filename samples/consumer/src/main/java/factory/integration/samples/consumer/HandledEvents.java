package factory.integration.samples.consumer;

/**
 * Remembers which facts have been handled. In a service with a database this is a table with the
 * event's id as key, written in the transaction of the effect itself.
 */
interface HandledEvents {

  boolean contains(String eventId);

  /** Returns when it is remembered durably. */
  void add(String eventId);
}
