package factory.integration.gateway.busletter;

import java.util.OptionalInt;

/** Tells how many messages wait in the dead-letter sub-queue; asks nobody. */
public interface BusDeadLetterCount {

  /** How many there were when the platform looked last; empty while it can't look. */
  OptionalInt waiting();
}
