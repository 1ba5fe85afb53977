package factory.integration.api.messaging;

import java.time.Instant;

/** Knows which nodes share the store. */
public interface NodeRegistry {

  /**
   * Says that a node lives until then, unless it says so again.
   *
   * @return how many nodes live now, this one included
   */
  int beat(String node, Instant now, Instant until);
}
