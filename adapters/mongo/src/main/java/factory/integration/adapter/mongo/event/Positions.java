package factory.integration.adapter.mongo.event;

/** Numbers events across all nodes. */
interface Positions {

  /** Reserves so many consecutive positions and answers the last one; the first ever is 1. */
  long reserve(int count);
}
