package factory.integration.adapter.axon;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;

/** A letter that stands in the queue, with its key in the engine. */
public record StoredLetter(Object id, String sequence, DeadLetter<EventMessage<?>> letter)
    implements DeadLetter<EventMessage<?>> {

  /** The letter itself; any other is refused. */
  static StoredLetter of(DeadLetter<? extends EventMessage<?>> letter) {
    if (letter instanceof StoredLetter stored) {
      return stored;
    }
    throw new IllegalArgumentException(
        "only letters that were read from this queue can be evicted or requeued");
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
