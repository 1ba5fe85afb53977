package factory.integration.gateway.busletter;

import java.util.List;
import java.util.Optional;

/**
 * The dead-letter sub-queue of the inbound queue. Each method fails with {@code RequestRefused}, as
 * unavailable, while the bus is away.
 */
public interface BusDeadLetters {

  /** A part of those that wait, the oldest first. */
  List<BusDeadLetter> list(int skip, int limit);

  Optional<BusDeadLetter> find(String id);

  /** Sends it to the inbound queue again; false when there is no such message. */
  boolean redrive(String id);

  /** Removes it for good; false when there is no such message. */
  boolean drop(String id);
}
