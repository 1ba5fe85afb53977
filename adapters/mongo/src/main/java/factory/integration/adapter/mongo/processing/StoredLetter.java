package factory.integration.adapter.mongo.processing;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;

/** A letter that stands in the queue, with the id of its document. */
record StoredLetter(String id, String sequence, DeadLetter<EventMessage<?>> letter)
    implements DeadLetter<EventMessage<?>> {

  static StoredLetter of(DeadLetter<? extends EventMessage<?>> letter) {
    if (letter instanceof StoredLetter stored) {
      return stored;
    }
    throw new IllegalArgumentException(
        "only letters that were read from this queue can be evicted or requeued");
  }

  /** The letter as it is kept after it failed again. */
  static DeadLetter<? extends EventMessage<?>> decided(
      DeadLetter<? extends EventMessage<?>> letter, EnqueueDecision<EventMessage<?>> decision) {
    DeadLetter<? extends EventMessage<?>> described = decision.withDiagnostics(letter);
    return decision.enqueueCause().isPresent()
        ? described.withCause(decision.enqueueCause().get())
        : described;
  }

  @Override
  public EventMessage<?> message() {
    return letter.message();
  }

  @Override
  public Optional<Cause> cause() {
    return letter.cause();
  }

  @Override
  public Instant enqueuedAt() {
    return letter.enqueuedAt();
  }

  @Override
  public Instant lastTouched() {
    return letter.lastTouched();
  }

  @Override
  public MetaData diagnostics() {
    return letter.diagnostics();
  }

  @Override
  public DeadLetter<EventMessage<?>> markTouched() {
    return new StoredLetter(id, sequence, letter.markTouched());
  }

  @Override
  public DeadLetter<EventMessage<?>> withCause(Throwable requeueCause) {
    return new StoredLetter(id, sequence, letter.withCause(requeueCause));
  }

  @Override
  public DeadLetter<EventMessage<?>> withDiagnostics(MetaData diagnostics) {
    return new StoredLetter(id, sequence, letter.withDiagnostics(diagnostics));
  }
}
