package factory.integration.app;

import factory.integration.api.messaging.StoreUnavailable;
import org.axonframework.common.AxonTransientException;
import org.axonframework.common.ExceptionUtils;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parks an event that its handler cannot take. What will pass by itself is thrown on instead: the
 * batch is rolled back, and the processor tries it again.
 */
final class ParkingPolicy implements EnqueuePolicy<EventMessage<?>> {

  private static final Logger LOG = LoggerFactory.getLogger(ParkingPolicy.class);

  private final String processor;

  ParkingPolicy(String processor) {
    this.processor = processor;
  }

  @Override
  public EnqueueDecision<EventMessage<?>> decide(
      DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
    if (cause instanceof RuntimeException passing && passes(cause)) {
      throw passing;
    }
    LOG.error(
        "{} cannot handle event {}; it is parked with those behind it, see the processor's"
            + " parked events in the API",
        processor,
        letter.message().getIdentifier(),
        cause);
    return Decisions.enqueue(ThrowableCause.truncated(cause));
  }

  private static boolean passes(Throwable cause) {
    return ExceptionUtils.findException(
            cause,
            it ->
                it instanceof StoreUnavailable
                    || it instanceof AxonTransientException
                    || it instanceof InterruptedException)
        .isPresent();
  }
}
