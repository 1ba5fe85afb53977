package factory.integration.query.integrationevent;

import factory.integration.api.integrationevent.IntegrationEventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells which attempts are being made at this moment; optional, answered by whoever makes the calls
 * on this node. No event says that a call began, so this is the only source of the status {@code
 * processing}.
 */
@FunctionalInterface
public interface CallsInFlight {

  /** When the call of an attempt began, or null when none runs; cheap, from memory. */
  @Nullable Instant startedAt(IntegrationEventId id);
}
